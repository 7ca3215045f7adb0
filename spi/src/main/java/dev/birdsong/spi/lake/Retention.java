// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.lake;

import java.time.Duration;
import java.util.Optional;

/// How long records are kept.
public record Retention(Lifetime syslog, Lifetime assets) {

    /// How long the records of one index are kept.
    public sealed interface Lifetime {

        /// For ever.
        record Forever() implements Lifetime {}

        /// At least so long.
        record AtLeast(Duration length) implements Lifetime {}

        /// Times before this may be dropped, epoch milliseconds.
        default Optional<Long> limit(long now) {
            return switch (this) {
                case Forever() -> Optional.empty();
                case AtLeast(Duration length) -> Optional.of(now - length.toMillis());
            };
        }
    }
}
