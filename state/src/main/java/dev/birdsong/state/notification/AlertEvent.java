// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.notification;

import java.util.Locale;

/// What is told of an alert.
public enum AlertEvent {
    /// It began.
    OPENED,
    /// It goes on, a day later.
    REMINDER,
    /// It is over.
    CLOSED;

    /// The name that programs use.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static AlertEvent of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
