// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.notification;

import java.util.Locale;

/// How somebody is told.
public enum Channel {
    /// By a mail to an address.
    EMAIL,
    /// By a request to a URL.
    WEBHOOK;

    /// The name that programs use.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Channel of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
