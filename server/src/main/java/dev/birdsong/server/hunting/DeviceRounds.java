// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.hunting;

import java.time.Instant;
import java.util.Map;

/// Knows when all devices of a console were read last.
@FunctionalInterface
public interface DeviceRounds {

    /// Of which the devices come.
    String CONTENT_TYPE = "devices";

    /// When that was done, by the connector's id; a connector of which they never were has none.
    Map<String, Instant> completed();
}
