// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query.body;

/// A search cannot be read. The message is one line for people and begins with the place.
public final class BadSearchException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String field;

    /// @param field the place at fault, such as `query.bool.must[0].term`; empty for all of the body
    /// @param reason what is wrong there, and what to write instead
    public BadSearchException(String field, String reason) {
        super(field.isEmpty() ? reason : field + ": " + reason);
        this.field = field;
    }

    /// The place at fault, such as `query.bool.must[0].term`; empty for all of the body.
    public String field() {
        return field;
    }
}
