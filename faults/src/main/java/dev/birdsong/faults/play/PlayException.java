// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.faults.play;

/// A play that did not go as it says.
public final class PlayException extends RuntimeException {

    private static final long serialVersionUID = 1;

    PlayException(String message) {
        super(message);
    }
}
