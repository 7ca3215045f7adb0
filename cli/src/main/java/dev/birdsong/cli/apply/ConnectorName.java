// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.apply;

/// What a connector is known by, for files and people: names are unique in a tenant.
public record ConnectorName(String tenant, String name) {

    @Override
    public String toString() {
        return tenant + "/" + name;
    }
}
