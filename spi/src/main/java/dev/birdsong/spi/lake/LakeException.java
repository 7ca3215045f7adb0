// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.lake;

/// Why a lake could not do what it was asked: for people, one line, what was attempted and what to do.
public sealed class LakeException extends RuntimeException permits SearchRefusedException {

    private static final long serialVersionUID = 1;

    public LakeException(String message) {
        super(message);
    }

    public LakeException(String message, Throwable cause) {
        super(message, cause);
    }
}
