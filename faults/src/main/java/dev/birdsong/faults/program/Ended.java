// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.faults.program;

/// How a run of the program ended.
///
/// @param status its exit status, 137 where it was killed
/// @param output what it said
public record Ended(int status, String output) {}
