// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.faults.play;

/// What came of a play.
///
/// @param truth how many records must be in the lake
/// @param lost how many of them are not
/// @param doubled how many are there more often than the console ever showed them
/// @param nanos how long it took
/// @param detail some of what is lost or doubled, for people
public record Verdict(long truth, long lost, long doubled, long nanos, String detail) {}
