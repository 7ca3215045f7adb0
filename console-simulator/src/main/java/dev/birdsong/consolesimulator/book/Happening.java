// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.book;

/// Events of one incident, in the order in which they came.
public sealed interface Happening {

    int count();

    /// The time of the event with a number, from 0, in epoch seconds.
    long time(int number);

    /// What the content of an event follows from: equal salts at one time are equal events.
    long salt(int number);

    /// Generated events, one every `pace` milliseconds; where they are `paired`, always two are equal.
    record Burst(long firstSalt, int count, long start, int pace, boolean paired) implements Happening {

        @Override
        public long time(int number) {
            return start + (long) step(number) * pace / 1_000;
        }

        @Override
        public long salt(int number) {
            return firstSalt + step(number);
        }

        private int step(int number) {
            return paired ? number / 2 : number;
        }
    }

    /// One event as somebody gave it, a JSON object.
    record Given(String json, long time) implements Happening {

        @Override
        public int count() {
            return 1;
        }

        @Override
        public long time(int number) {
            return time;
        }

        @Override
        public long salt(int number) {
            return json.hashCode();
        }
    }
}
