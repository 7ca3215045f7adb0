// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/// What belongs to somebody, by what it is: ids, names, the place of a record.
record Things(Map<String, String> named) {

    /// The things of others that somebody may ask for.
    static final List<String> KINDS = List.of(
            "<tenant>",
            "<connector>",
            "<filter>",
            "<user>",
            "<key>",
            "<profile>",
            "<record>",
            "<rule>",
            "<query>",
            "<name>",
            "<host>");

    Things {
        named = Map.copyOf(named);
    }

    String of(String kind) {
        return named.getOrDefault(kind, kind);
    }

    Things and(String kind, String thing) {
        Map<String, String> more = new HashMap<>(named);
        more.put(kind, thing);
        return new Things(more);
    }

    /// Puts them in the place of their kinds.
    String fill(String text) {
        String filled = text;
        for (Map.Entry<String, String> thing : named.entrySet()) {
            filled = filled.replace(thing.getKey(), thing.getValue());
        }
        return filled;
    }

    /// Takes them out again.
    String blank(String text) {
        String blank = text;
        for (Map.Entry<String, String> thing : named.entrySet()) {
            blank = blank.replace(thing.getValue(), thing.getKey());
        }
        return blank;
    }

    /// Things that look like these, and are not there.
    Things unknown(Random random) {
        return new Things(named.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, thing -> scrambled(thing.getValue(), random))));
    }

    private static String scrambled(String text, Random random) {
        return text.chars()
                .map(one -> Character.isDigit(one) ? '0' + random.nextInt(10) : letter(one, random))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static int letter(int one, Random random) {
        return Character.isLetter(one) ? 'a' + random.nextInt(6) : one;
    }
}
