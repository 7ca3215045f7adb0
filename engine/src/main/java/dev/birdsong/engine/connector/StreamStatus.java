// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.connector;

import java.time.Instant;
import java.util.Optional;

/// How one content type of a connector stands, and since when.
///
/// @param contentType its name, or [#PING] for what pings between rounds found out
/// @param condition after the last round
/// @param since when the condition began
/// @param times when what happened last
/// @param failures how many rounds failed in a row
public record StreamStatus(String contentType, Condition condition, Instant since, Times times, int failures) {

    /// Stands for the pings that a connector gets between rounds that are far apart.
    public static final String PING = "ping";

    private static final String RECONCILE = "/reconcile";

    /// Stands for what comparing a content type with its source found out.
    public static String reconcile(String contentType) {
        return contentType + RECONCILE;
    }

    /// Whether it says how rounds of a content type stand.
    public boolean isOfRounds() {
        return !contentType.equals(PING) && !contentType.endsWith(RECONCILE);
    }

    /// The content type that it says something of; [#PING] where it is none in particular.
    public String about() {
        return contentType.endsWith(RECONCILE)
                ? contentType.substring(0, contentType.length() - RECONCILE.length())
                : contentType;
    }

    /// When what happened last.
    ///
    /// @param running since when a round runs that has not ended
    /// @param ended the end of the last round
    /// @param complete the start of the last round that was complete: everything from before it was collected
    /// @param activity the end of the last round that was complete
    /// @param data when records last came in
    public record Times(
            Optional<Instant> running,
            Optional<Instant> ended,
            Optional<Instant> complete,
            Optional<Instant> activity,
            Optional<Instant> data) {}
}
