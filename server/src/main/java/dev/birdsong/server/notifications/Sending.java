// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.notifications;

import java.util.Locale;

/// What became of one attempt to tell somebody.
sealed interface Sending {

    /// The recipient's server took it.
    record Taken() implements Sending {}

    /// It was not taken.
    ///
    /// @param problem why, one line
    /// @param again whether another attempt may succeed
    record Refused(String problem, boolean again) implements Sending {

        private static final int LONGEST = 300;

        public Refused {
            problem = oneLine(problem);
        }

        private static String oneLine(String text) {
            String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
            return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
        }
    }

    /// The name that programs use for it, where it is not tried again.
    default String label() {
        return (this instanceof Taken ? "DELIVERED" : "FAILED").toLowerCase(Locale.ROOT);
    }
}
