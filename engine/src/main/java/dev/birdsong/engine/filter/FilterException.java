// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.filter;

/// A condition that cannot be used. Its message says what to write instead, in one line.
public final class FilterException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public FilterException(String message) {
        super(message);
    }
}
