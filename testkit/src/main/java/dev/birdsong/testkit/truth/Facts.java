// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.testkit.truth;

import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.record.Origin;
import dev.birdsong.spi.record.RecordId;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A bag of facts: what an incident says in one version, one event of an incident, an audit record, a device. Two facts
/// are the same if they say the same, value for value.
public final class Facts {

    private static final int SHOWN = 80;
    private static final Origin NOBODY = new Origin("", "", "", "", "");

    private final Map<String, Integer> counts = new HashMap<>();

    /// An empty bag.
    public static Facts none() {
        return new Facts();
    }

    /// What the simulated console holds, as its `/_truth` tells.
    public static Facts ofTruth(InputStream ndjson) throws IOException {
        Facts facts = new Facts();
        new FactReader(facts::add).truth(ndjson);
        return facts;
    }

    /// What a lake holds.
    public static Facts ofLake(DataLake lake) {
        Facts facts = new Facts();
        new FactReader(facts::add).lake(lake);
        return facts;
    }

    /// How many there are, each as often as it is there.
    public long size() {
        return counts.values().stream().mapToLong(Integer::longValue).sum();
    }

    /// Facts of the other bag that this one lacks, or has less often.
    public List<String> missing(Facts other) {
        return other.counts.entrySet().stream()
                .filter(fact -> counts.getOrDefault(fact.getKey(), 0) < fact.getValue())
                .map(Map.Entry::getKey)
                .collect(Collectors.toList());
    }

    /// How many facts of the other bag this one lacks; one that it has less often counts by how much.
    public long lacking(Facts other) {
        return other.counts.entrySet().stream()
                .mapToLong(fact -> Math.max(0, fact.getValue() - counts.getOrDefault(fact.getKey(), 0)))
                .sum();
    }

    /// Takes in the facts of the other bag: each is here then as often as in the bag that had it more often.
    public void unite(Facts other) {
        other.counts.forEach((fact, count) -> counts.merge(fact, count, Math::max));
    }

    private void add(String kind, String said) {
        counts.merge(kind + " " + shortened(said), 1, Integer::sum);
    }

    /// Enough to know it by, and a hash of all of it: a console may hold many facts.
    private static String shortened(String said) {
        String beginning = said.substring(0, Math.min(said.length(), SHOWN));
        return beginning + "#" + RecordId.of(NOBODY, "fact", said);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Facts that && counts.equals(that.counts);
    }

    @Override
    public int hashCode() {
        return counts.hashCode();
    }

    @Override
    public String toString() {
        return size() + " facts";
    }
}
