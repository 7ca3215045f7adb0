// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.query;

import java.util.List;

/// What is looked for. Every lake translates this tree and nothing else, and they all agree on what it means.
///
/// A document is a set of leaves: a path and a scalar. Names from the root are joined by dots, lists add
/// nothing to a path, null is no leaf. A leaf's text is the string itself, or the number or boolean as it is
/// written in JSON; of a long one as much as [LeafText] keeps. A path may be [#ANY]; `.keyword` at the end of a
/// path is not part of it. Case is ignored in text, not in paths.
///
/// What the lake itself adds can be named, but does not belong to [#ANY]: `_id`, whose case counts, and
/// `_index` are compared as wholes, not by their words; `write_time` and `revision` as numbers, and no wildcard
/// matches them.
public sealed interface Query {

    /// Stands for every path.
    String ANY = "*";

    /// Every record.
    record Everything() implements Query {}

    /// A leaf whose whole text is this text, or in which the words of this text, at least one, follow each
    /// other. On a field of type IP also a leaf that is the same address written otherwise.
    record Text(String path, String text) implements Query {}

    /// A leaf whose whole text, or one of whose words, is matched by the pattern: `*` stands for any
    /// characters, `?` for one, a backslash takes the next character as it is.
    record Wildcard(String path, String pattern) implements Query {}

    /// A leaf between two ends: as numbers on LONG, DOUBLE and DATE fields, as addresses on IP fields, else
    /// as text by code point. A bound that does not fit the field's type matches nothing.
    record Range(String path, Bound from, Bound to) implements Query {}

    /// A leaf of an IP field that lies in the network; on other fields a leaf that is the text of such an
    /// address.
    record InNetwork(String path, Network network) implements Query {}

    /// A leaf at this path or below it.
    record Exists(String path) implements Query {}

    /// All of them; of none: every record.
    record And(List<Query> all) implements Query {
        public And {
            all = List.copyOf(all);
        }
    }

    /// At least one of them; of none: no record.
    record Or(List<Query> any) implements Query {
        public Or {
            any = List.copyOf(any);
        }
    }

    /// Not this.
    record Not(Query excluded) implements Query {}

    /// The newest record of each group of those that match: what else is asked for looks at these alone.
    ///
    /// Records are of one group where they have the same value of every field; of several values the lowest
    /// counts. One that lacks a value belongs to no group. The newest has the highest value of the first field,
    /// then of the next; of several values the highest counts, and no value is the lowest. Equal ones: the
    /// lowest `_id`. Groups are made of what may be seen in the indices that are searched, and of nothing else.
    ///
    /// @param by listed fields
    /// @param newest listed fields of times or whole numbers
    record Latest(List<String> by, List<String> newest, Query among) implements Query {
        public Latest {
            by = List.copyOf(by);
            newest = List.copyOf(newest);
        }
    }
}
