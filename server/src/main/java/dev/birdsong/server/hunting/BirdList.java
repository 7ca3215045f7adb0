// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.hunting;

import dev.birdsong.server.hunting.BirdAnswer.Touches;
import dev.birdsong.spi.lake.SortValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A page of birds.
///
/// @param next where the next one begins; empty on the last one
public record BirdList(List<BirdAnswer> data, Optional<Place> next) {

    public BirdList {
        data = List.copyOf(data);
    }

    /// The first of these rows.
    static BirdList of(List<Row> rows, int size) {
        return new BirdList(
                rows.stream().limit(size).map(Row::bird).toList(),
                rows.size() > size ? Optional.of(rows.get(size - 1).place()) : Optional.empty());
    }

    /// A bird, and where it stands in the list.
    record Row(BirdAnswer bird, Place place) {

        static Row of(ReadRecord record, RemovedBirds removed, Map<String, Touches> touches) {
            Touches own = touches.getOrDefault(record.text(BirdAnswer.ID), Touches.NONE);
            return new Row(BirdAnswer.of(record, removed.has(record), own), Place.of(record));
        }
    }

    /// A place in the list: behind this one. As text, the record's id and, where the bird has one, its name after a
    /// comma.
    ///
    /// @param name empty where it has none
    public record Place(String record, Optional<String> name) {

        static Place of(ReadRecord bird) {
            return new Place(
                    bird.id(),
                    bird.hit().sort().getFirst() instanceof SortValue.Text(String name)
                            ? Optional.of(name)
                            : Optional.empty());
        }

        /// @param text as it was told
        static Place parse(String text) {
            int comma = text.indexOf(',');
            return comma < 0
                    ? new Place(text, Optional.empty())
                    : new Place(text.substring(0, comma), Optional.of(text.substring(comma + 1)));
        }

        List<SortValue> values() {
            SortValue first = name.<SortValue>map(SortValue.Text::new).orElseGet(SortValue.Missing::new);
            return List.of(first, new SortValue.Text(record));
        }

        @Override
        public String toString() {
            return record + name.map(text -> "," + text).orElse("");
        }
    }
}
