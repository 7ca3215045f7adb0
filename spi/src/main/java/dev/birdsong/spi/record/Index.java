// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.record;

/// The two indices of a lake.
public enum Index {
    /// What happened: partitioned by the month of the record's timestamp.
    SYSLOG("syslog"),
    /// What there is: one record per thing, updated in place.
    ASSETS("assets");

    private final String label;

    Index(String label) {
        this.label = label;
    }

    /// The name that people type.
    public String label() {
        return label;
    }
}
