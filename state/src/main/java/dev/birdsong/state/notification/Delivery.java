// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.notification;

import java.time.Instant;
import java.util.Locale;

/// Something to be told of an alert to one recipient, and what became of it.
///
/// @param to how, and whom: an address or a URL
public record Delivery(String id, String alertId, AlertEvent event, To to, Outcome outcome) {

    /// How it is told, and to whom.
    public record To(Channel channel, String recipient) {}

    /// What became of it.
    ///
    /// @param attempts how often it was tried
    /// @param at when it is tried next, or when it ended
    /// @param problem why the last attempt did not succeed, one line; empty where none failed
    public record Outcome(State state, int attempts, Instant at, String problem) {}

    /// Where it stands.
    public enum State {
        /// It is to be tried, or tried again.
        WAITING,
        /// The recipient's server took it.
        DELIVERED,
        /// It is not tried any more.
        FAILED;

        /// The name that programs use.
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT));
        }
    }
}
