// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.connector;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A connector type set up for one console of one tenant. Its auth token is kept apart, encrypted.
///
/// @param id drawn when it is made
/// @param sourceKey the source that it collects; outlives it
/// @param general what never changes once it is made
/// @param configuration what can be edited
/// @param collecting whether it runs, and what it leaves out
/// @param revision which state of the connector this is
public record Connector(
        String id,
        String sourceKey,
        General general,
        Configuration configuration,
        Collecting collecting,
        Revision revision) {

    /// What never changes once a connector is made.
    ///
    /// @param tenantId the tenant that its records belong to
    /// @param name unique within the tenant
    /// @param category such as `honeypot`
    /// @param type such as `thinkst_canary`
    /// @param runOn the kind of device that it runs on: `dp`
    public record General(String tenantId, String name, String category, String type, String runOn) {}

    /// How a console is reached and what is collected from it.
    ///
    /// @param host without scheme; with a port only for a simulator on loopback
    /// @param interval how often content types are collected that have no schedule of their own
    /// @param contentTypes their names
    /// @param start records from before are not collected; empty: all are
    public record Configuration(String host, Duration interval, List<String> contentTypes, Optional<Instant> start) {

        public Configuration {
            contentTypes = List.copyOf(contentTypes);
        }
    }

    /// Whether a connector runs, and what it leaves out.
    ///
    /// @param active whether it collects; a paused connector keeps its positions
    /// @param logFilters ids of the log filters; a record that any of them matches is left out
    public record Collecting(boolean active, List<String> logFilters) {

        public Collecting {
            logFilters = List.copyOf(logFilters);
        }
    }

    /// Which state of a connector this is.
    ///
    /// @param number grows with every edit
    public record Revision(long number, Instant createdAt, Instant modifiedAt) {}
}
