// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.lake;

import java.util.List;

/// The paths at which some records have leaves, by path.
///
/// @param complete whether they are all; else these are the listed ones and as many others as are named at most
public record SeenFields(List<SeenField> fields, boolean complete) {

    public SeenFields {
        fields = List.copyOf(fields);
    }
}
