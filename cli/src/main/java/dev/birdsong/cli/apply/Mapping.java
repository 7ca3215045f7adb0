// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.apply;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// A mapping of a file, read key by key. What is wrong with it is noted, and reading goes on; what is not read is
/// wrong, by name.
final class Mapping {

    private final Place place;
    private final String path;
    private final Map<?, ?> map;
    private final List<Problem> problems;
    private final Set<String> read = new HashSet<>();

    /// @param path what stands before its keys in the entry, such as `conf.`
    /// @param problems where problems are noted
    Mapping(Place place, String path, Map<?, ?> map, List<Problem> problems) {
        this.place = place;
        this.path = path;
        this.map = map;
        this.problems = problems;
    }

    /// One without any key, of which nothing is noted: for what is missing as a whole.
    Mapping nothing() {
        return new Mapping(place, path, Map.of(), new ArrayList<>());
    }

    Place place() {
        return place;
    }

    /// A text without the blanks around it, as the API reads it.
    Optional<String> text(String key) {
        return typed(key, "must be a text: put it in quotes", Mapping::asText).map(String::strip);
    }

    /// A text that must be there and not blank.
    String required(String key) {
        Optional<String> text = text(key);
        if (text.filter(String::isEmpty).isPresent() || !map.containsKey(key)) {
            wrong(key, "is required");
        }
        return text.orElse("");
    }

    Optional<Boolean> flag(String key) {
        return typed(
                key,
                "must be true or false",
                value -> Optional.of(value).filter(Boolean.class::isInstance).map(Boolean.class::cast));
    }

    Optional<JsonNode> whole(String key) {
        return typed(key, "must be a whole number", Values::whole);
    }

    /// A text, a number, true or false, or a list of these.
    Optional<JsonNode> scalars(String key) {
        return typed(key, "must be a text, a number, true or false, or a list of these", Values::scalars);
    }

    /// Texts, each of them once.
    Optional<List<String>> texts(String key) {
        Optional<List<String>> texts = typed(key, "must be a list of texts", Mapping::asTexts);
        texts.filter(list -> new HashSet<>(list).size() < list.size())
                .ifPresent(_ -> wrong(key, "names something twice"));
        return texts;
    }

    Optional<Mapping> mapping(String key) {
        return typed(key, "must be a mapping of 'key: value' lines", Mapping::asMap)
                .map(inner -> new Mapping(place, path + key + ".", inner, problems));
    }

    /// The mappings of a list, each with the keys' place in this one.
    List<Mapping> mappings(String key) {
        List<Mapping> mappings = new ArrayList<>();
        for (Map<?, ?> inner : maps(key)) {
            mappings.add(new Mapping(place, path + key + "[" + mappings.size() + "].", inner, problems));
        }
        return mappings;
    }

    List<Map<?, ?>> maps(String key) {
        return typed(key, "must be a list of mappings", Mapping::asMaps).orElse(List.of());
    }

    /// Notes that a key is missing that must be there.
    void require(String key) {
        if (!map.containsKey(key)) {
            wrong(key, "is required");
        }
    }

    boolean has(String key) {
        return map.containsKey(key);
    }

    /// Any value.
    Optional<Object> value(String key) {
        read.add(key);
        Optional<Object> value = Optional.ofNullable(map.get(key));
        if (value.isEmpty() && map.containsKey(key)) {
            wrong(key, "has no value: give it one, or leave it out");
        }
        return value;
    }

    /// Notes what was not asked for.
    void end() {
        map.keySet().stream()
                .map(String::valueOf)
                .filter(key -> !read.contains(key))
                .forEach(key -> wrong(key, "is not known here"));
    }

    void wrong(String key, String message) {
        problems.add(place.problem(pathOf(key), message));
    }

    /// Where a key of this mapping is in the entry.
    String pathOf(String key) {
        return path + key;
    }

    private <T> Optional<T> typed(String key, String expected, Function<Object, Optional<T>> reading) {
        Optional<Object> value = value(key);
        Optional<T> read = value.flatMap(reading);
        if (value.isPresent() && read.isEmpty()) {
            wrong(key, expected);
        }
        return read;
    }

    private static Optional<String> asText(Object value) {
        return value instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private static Optional<List<String>> asTexts(Object value) {
        return value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)
                ? Optional.of(
                        list.stream().map(String.class::cast).map(String::strip).toList())
                : Optional.empty();
    }

    private static Optional<Map<?, ?>> asMap(Object value) {
        return value instanceof Map<?, ?> map ? Optional.of(map) : Optional.empty();
    }

    private static Optional<List<Map<?, ?>>> asMaps(Object value) {
        if (!(value instanceof List<?> list) || !list.stream().allMatch(Map.class::isInstance)) {
            return Optional.empty();
        }
        List<Map<?, ?>> maps = new ArrayList<>();
        list.forEach(item -> asMap(item).ifPresent(maps::add));
        return Optional.of(maps);
    }
}
