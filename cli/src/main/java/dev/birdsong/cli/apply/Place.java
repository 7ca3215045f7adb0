// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.apply;

/// Where something is said.
///
/// @param file its name
/// @param entry the section with the entry's name or number, or the row; empty for the file as a whole
public record Place(String file, String entry) {

    Problem problem(String field, String message) {
        return new Problem(this, field, message);
    }
}
