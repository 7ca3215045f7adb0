// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.benchmarks;

import java.time.Duration;

/// What a process cost, from its start to its end.
///
/// @param wall how long it took
/// @param cpu processor time, of all its threads
/// @param peakMegabytes the most memory that it held resident
record Measured(Duration wall, Duration cpu, long peakMegabytes) {}
