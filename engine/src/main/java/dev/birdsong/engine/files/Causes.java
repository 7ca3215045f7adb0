// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Optional;

/// Says why a file could not be read or written, for people.
final class Causes {

    private Causes() {}

    static String of(IOException failure) {
        return switch (failure) {
            case AccessDeniedException _ -> "permission denied; make the folder writable for this user";
            case FileSystemException e ->
                Optional.ofNullable(e.getReason()).orElseGet(() -> e.getClass().getSimpleName());
            default -> String.valueOf(failure.getMessage());
        };
    }
}
