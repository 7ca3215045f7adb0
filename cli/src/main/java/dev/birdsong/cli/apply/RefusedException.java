// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.apply;

/// An entry does not go together with what the server has, or with what is here. The other entries go on.
final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String field;

    /// @param field the key at fault
    RefusedException(String field, String message) {
        super(message);
        this.field = field;
    }

    String field() {
        return field;
    }
}
