// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.book;

import dev.birdsong.consolesimulator.population.Draws;

/// Which `updated_id` each incident of the population has: ascending, with gaps, or without them after a restore.
record Numbering(long stride) {

    static final Numbering DENSE = new Numbering(1);

    /// As if every event of every incident had taken one number.
    static Numbering spread(int events) {
        return new Numbering(Math.max(1, events) + 1L);
    }

    long id(int index) {
        long gap = stride == 1 ? 0 : Draws.of(index, 14) & 1;
        return (index + 1) * stride - gap;
    }

    /// The lowest index whose id is not below `id`.
    int ceiling(long id) {
        long index = Math.clamp(id / stride - 1, 0, Integer.MAX_VALUE - 2L);
        while (id((int) index) < id && index < Integer.MAX_VALUE - 2L) {
            index++;
        }
        return (int) index;
    }
}
