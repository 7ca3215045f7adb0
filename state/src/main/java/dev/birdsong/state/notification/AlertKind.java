// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.notification;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a rule looks for.
public enum AlertKind {
    /// A connector that has brought no data for so many hours.
    SILENT(ChronoUnit.HOURS, 1, 24 * 90),
    /// A connector of which a content type has been failing for so many minutes.
    FAILING(ChronoUnit.MINUTES, 1, 60 * 24 * 7),
    /// A device that its console has not heard of for so many hours, and calls dark.
    DEVICE_DARK(ChronoUnit.HOURS, 0, 24 * 90);

    private final ChronoUnit unit;
    private final int least;
    private final int most;

    AlertKind(ChronoUnit unit, int least, int most) {
        this.unit = unit;
        this.least = least;
        this.most = most;
    }

    /// The name that programs use, such as `device_dark`.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The kind of this name.
    public static Optional<AlertKind> of(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label().equals(label))
                .findFirst();
    }

    /// In what its threshold is counted: `hours` or `minutes`.
    public String unit() {
        return unit.name().toLowerCase(Locale.ROOT);
    }

    /// The smallest threshold, in its unit.
    public int least() {
        return least;
    }

    /// The largest threshold, in its unit.
    public int most() {
        return most;
    }

    /// A threshold of so many of its unit.
    public Duration threshold(long count) {
        return Duration.of(count, unit);
    }

    /// How many of its unit a threshold is.
    public long count(Duration threshold) {
        return threshold.dividedBy(unit.getDuration());
    }
}
