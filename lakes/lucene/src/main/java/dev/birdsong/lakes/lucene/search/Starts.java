// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.spi.lake.Aggregation;

/// When the bucket starts that a time falls into. Records lie sorted by time, so most fall into the bucket of the one
/// before them, which costs two comparisons.
final class Starts {

    private final Aggregation.Interval interval;
    private long start;
    private long earliest = Long.MAX_VALUE;
    private long latest = Long.MIN_VALUE;

    Starts(Aggregation.Interval interval) {
        this.interval = interval;
    }

    long of(long time) {
        if (time < earliest || time > latest) {
            move(time);
        }
        return start;
    }

    /// Widens the times that are known to belong to one bucket, or begins with another.
    private void move(long time) {
        long itsStart = interval.start(time);
        boolean isSame = itsStart == start && latest != Long.MIN_VALUE;
        // the start is in the bucket too, unless it is out of bounds
        earliest = isSame ? Math.min(earliest, time) : Math.min(itsStart, time);
        latest = isSame ? Math.max(latest, time) : time;
        start = itsStart;
    }
}
