// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.sql;

import java.util.Optional;

/// Says why a database did not do what it was asked to, for people.
final class Reasons {

    private Reasons() {}

    /// The first line of the innermost message.
    static String of(Throwable failure) {
        Throwable innermost = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            innermost = cause;
        }
        return Optional.ofNullable(innermost.getMessage())
                .flatMap(message -> message.lines().findFirst())
                .orElse(innermost.getClass().getSimpleName());
    }
}
