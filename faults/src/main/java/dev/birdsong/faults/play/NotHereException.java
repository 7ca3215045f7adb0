// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.faults.play;

/// A play that this machine or this user cannot play.
public final class NotHereException extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotHereException(String message) {
        super(message);
    }
}
