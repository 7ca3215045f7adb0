// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.people;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// A time of which activities are shown, up to now.
public enum ActivityRange {
    DAY("24h", "Last 24 hours", Duration.ofHours(24)),
    WEEK("7d", "Last 7 days", Duration.ofDays(7)),
    MONTH("30d", "Last 30 days", Duration.ofDays(30)),
    YEAR("365d", "Last year", Duration.ofDays(365));

    private final String key;
    private final String label;
    private final Duration length;

    ActivityRange(String key, String label, Duration length) {
        this.key = key;
        this.label = label;
        this.length = length;
    }

    static ActivityRange of(Optional<String> key) {
        return Arrays.stream(values())
                .filter(range -> key.filter(range.key::equals).isPresent())
                .findFirst()
                .orElse(WEEK);
    }

    /// As the address names it.
    public String key() {
        return key;
    }

    /// As people read it.
    public String label() {
        return label;
    }

    /// Its beginning, in epoch milliseconds.
    long from(Instant now) {
        return now.minus(length).toEpochMilli();
    }
}
