// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Groups by two keys: numbered as in a table, or, where that would be large, in the order in which they come.
final class PairedKey implements GroupKey {

    private static final long LARGEST = 1 << 21;

    private final GroupKey one;
    private final GroupKey other;
    private final boolean isTable;
    private final Map<Long, Integer> known = new HashMap<>();
    private final List<Long> pairs = new ArrayList<>();

    private PairedKey(GroupKey one, GroupKey other) {
        this.one = one;
        this.other = other;
        this.isTable = (long) one.end() * other.end() <= LARGEST;
    }

    static GroupKey of(GroupKey one, GroupKey other) {
        return new PairedKey(one, other);
    }

    @Override
    public int number(int document) throws IOException {
        int first = one.number(document);
        int second = other.number(document);
        if (first == NONE || second == NONE) {
            return NONE;
        }
        return isTable
                ? first * other.end() + second
                : known.computeIfAbsent(((long) first << Integer.SIZE) | second, this::next);
    }

    private int next(long pair) {
        pairs.add(pair);
        return pairs.size() - 1;
    }

    @Override
    public int end() {
        return isTable ? one.end() * other.end() : Integer.MAX_VALUE;
    }

    @Override
    public void name(int number, GroupName name) throws IOException {
        long pair = isTable ? 0 : pairs.get(number);
        one.name(isTable ? number / other.end() : (int) (pair >>> Integer.SIZE), name);
        other.name(isTable ? number % other.end() : (int) pair, name);
    }
}
