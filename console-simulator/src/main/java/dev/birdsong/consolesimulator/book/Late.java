// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.book;

/// Something whose id is given but which cannot be seen before a number of requests or a moment.
record Late(long request, long millis, Runnable show) {

    boolean due(long requests, long now) {
        return requests >= request && now >= millis;
    }
}
