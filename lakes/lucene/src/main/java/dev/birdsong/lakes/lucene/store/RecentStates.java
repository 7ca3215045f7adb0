// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.store;

import dev.birdsong.lakes.lucene.document.State;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What one thread wrote that no reader sees yet, by the commit that it belongs to.
final class RecentStates {

    private final TreeMap<Integer, Map<Key, State>> byCommit = new TreeMap<>();

    Optional<State> find(String partition, String id) {
        var key = new Key(partition, id);
        for (Map<Key, State> states : byCommit.descendingMap().values()) {
            State state = states.get(key);
            if (state != null) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }

    void note(int commit, String partition, String id, State state) {
        byCommit.computeIfAbsent(commit, _ -> new HashMap<>()).put(new Key(partition, id), state);
    }

    /// Forgets what belongs to earlier commits.
    void forgetBefore(int commit) {
        byCommit.headMap(commit).clear();
    }

    private record Key(String partition, String id) {}
}
