// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.testkit.lake;

import dev.birdsong.spi.record.LakeRecord;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Unites the lists of two states of a record: what the earlier one had comes first, and nothing comes twice. A
/// scalar counts as a list of one; blank strings, nulls, lists and objects are dropped. A list of which nothing
/// remains is left out.
final class Union {

    private Union() {}

    static LakeRecord of(Optional<LakeRecord> earlier, LakeRecord newer) {
        if (newer.united().isEmpty()) {
            return newer;
        }
        Map<String, @Nullable Object> before =
                earlier.map(record -> Json.object(record.document())).orElseGet(Map::of);
        Map<String, @Nullable Object> now = Json.object(newer.document());
        for (String name : newer.united()) {
            Set<Object> united = new LinkedHashSet<>(scalars(before.get(name)));
            united.addAll(scalars(now.remove(name)));
            if (!united.isEmpty()) {
                now.put(name, List.copyOf(united));
            }
        }
        return new LakeRecord(
                newer.key(), newer.version(), newer.fingerprint(), Json.document(now), newer.united(), newer.subject());
    }

    private static List<Object> scalars(@Nullable Object value) {
        List<Object> scalars = new ArrayList<>();
        for (@Nullable Object one : value instanceof List<?> list ? list : java.util.Collections.singletonList(value)) {
            if ((one instanceof String text && !text.isBlank()) || one instanceof Json.Literal) {
                scalars.add(one);
            }
        }
        return scalars;
    }
}
