// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query.body;

import java.util.List;
import java.util.Map;

/// A JSON value.
sealed interface Json {

    record Members(Map<String, Json> members) implements Json {}

    record Elements(List<Json> elements) implements Json {}

    record Text(String text) implements Json {}

    /// A number as it is written.
    record Numeral(String text) implements Json {}

    record Truth(boolean isTrue) implements Json {}

    record Nothing() implements Json {}
}
