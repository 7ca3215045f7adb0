// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query;

/// The time that a typed one stands for: a day, an hour, a millisecond.
///
/// @param from its first millisecond since the epoch
/// @param until the first one after it
record Span(long from, long until) {

    static Span moment(long millis) {
        return new Span(millis, millis + 1);
    }

    boolean isMoment() {
        return until - from == 1;
    }
}
