// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.profile;

import java.time.Instant;

/// One running process that collects: a data analyzer.
///
/// @param name unique; a process that is started again has the same one
/// @param profile the name of the data analyzer profile whose connectors it runs
/// @param lastSeen by the database's clock
public record Node(String name, String profile, String address, String version, Instant startedAt, Instant lastSeen) {}
