// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.schedule;

/// A content type of a connector, as the schedule names it: `<connector id>/<content type>`.
record StreamId(String connectorId, String contentType) {

    static StreamId parse(String instance) {
        int slash = instance.indexOf('/');
        return new StreamId(instance.substring(0, slash), instance.substring(slash + 1));
    }

    @Override
    public String toString() {
        return connectorId + "/" + contentType;
    }
}
