// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.connector;

/// Text that must not be seen: it never shows itself, and is read only where it is sent.
public final class Secret {

    private final String value;

    public Secret(String value) {
        this.value = value;
    }

    /// The text itself.
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }
}
