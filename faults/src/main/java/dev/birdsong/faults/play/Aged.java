// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.faults.play;

import java.time.Duration;
import java.util.regex.Pattern;

/// Makes a position older than it is: the reading of the clock that it was made at is set back.
final class Aged {

    private static final Pattern MADE_AT = Pattern.compile("(\"now\":\\{[^}]*?\"nanos\":)(-?[0-9]+)");

    private Aged() {}

    static String by(Duration time, String position) {
        return MADE_AT.matcher(position)
                .replaceAll(made -> made.group(1) + (Long.parseLong(made.group(2)) - time.toNanos()));
    }
}
