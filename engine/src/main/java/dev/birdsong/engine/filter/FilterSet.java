// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.filter;

import dev.birdsong.engine.LogFilters;
import dev.birdsong.spi.record.Document;
import dev.birdsong.spi.record.LakeRecord;
import dev.birdsong.spi.record.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The log filters of a connector, ready to be asked: a record that any of them matches is left out, and counted for
/// the first that does. Used by one thread.
public final class FilterSet implements LogFilters {

    private final List<Ready> filters;
    private final Set<String> paths;
    private final Map<String, Long> leftOut = new HashMap<>();

    private record Ready(String id, List<Part> parts) {

        boolean matches(Map<String, List<String>> values) {
            return parts.stream().allMatch(part -> part.fits().test(values.getOrDefault(part.path(), List.of())));
        }
    }

    private record Part(String path, Predicate<List<String>> fits) {}

    /// @throws FilterException if a condition's values do not fit its operator
    public FilterSet(List<LogFilter> filters) {
        this.filters = filters.stream().map(FilterSet::ready).toList();
        this.paths = this.filters.stream()
                .flatMap(filter -> filter.parts().stream())
                .map(Part::path)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Ready ready(LogFilter filter) {
        return new Ready(
                filter.id(),
                filter.conditions().stream()
                        .map(condition -> new Part(Schema.plain(condition.field()), Comparison.of(condition)))
                        .toList());
    }

    @Override
    public Optional<String> leavingOut(LakeRecord record) {
        Optional<String> by = matching(record.document());
        by.ifPresent(id -> leftOut.merge(id, 1L, Long::sum));
        return by;
    }

    /// The first filter that leaves this document out, by its id.
    public Optional<String> matching(Document document) {
        if (filters.isEmpty()) {
            return Optional.empty();
        }
        Map<String, List<String>> values = RecordValues.of(document, paths);
        return filters.stream()
                .filter(filter -> filter.matches(values))
                .map(Ready::id)
                .findFirst();
    }

    /// How many records each filter has left out, by its id.
    public Map<String, Long> leftOut() {
        return Map.copyOf(leftOut);
    }
}
