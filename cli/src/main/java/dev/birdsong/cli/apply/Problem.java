// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.apply;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Why an entry cannot be done.
///
/// @param field the key at fault, such as `conf.interval`; empty where no one key is
/// @param message what is wrong and what to do
public record Problem(Place place, String field, String message) {

    /// All of it, in one line.
    public String line() {
        return Shown.line(Stream.of(place.file(), place.entry(), field, message)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(": ")));
    }
}
