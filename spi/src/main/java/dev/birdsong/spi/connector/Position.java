// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.connector;

/// Where a content type goes on. Only its collector knows what the text means.
public record Position(String text) {

    /// Before anything was collected.
    public static final Position START = new Position("");
}
