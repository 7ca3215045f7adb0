// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine;

/// A position, or what goes with it, cannot be read or written. Its message says what to do, in one line.
public final class PositionException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public PositionException(String message, Throwable cause) {
        super(message, cause);
    }
}
