// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.apply;

import java.util.List;
import java.util.Optional;

/// One key that is not as the file says.
///
/// @param field as the API names it
record Difference(String field, List<String> there, List<String> wanted) {

    /// Nothing where both are the same.
    static Optional<Difference> of(String field, List<String> there, List<String> wanted) {
        return there.equals(wanted) ? Optional.empty() : Optional.of(new Difference(field, there, wanted));
    }

    /// Such as `interval 5 -> 10`.
    String text() {
        return field + " " + text(there) + " -> " + text(wanted);
    }

    static String text(List<String> values) {
        return values.isEmpty() || values.equals(List.of("")) ? "none" : Shown.value(String.join(", ", values));
    }
}
