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
