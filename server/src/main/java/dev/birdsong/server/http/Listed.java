// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.http;

import java.util.List;

/// A list as it is answered.
///
/// @param total how many there are, on all pages
public record Listed<T>(long total, List<T> data) {

    public Listed {
        data = List.copyOf(data);
    }

    /// All that there is.
    public static <T> Listed<T> all(List<T> data) {
        return new Listed<>(data.size(), data);
    }
}
