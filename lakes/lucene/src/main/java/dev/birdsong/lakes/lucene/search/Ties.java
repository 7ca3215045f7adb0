// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;

/// The first of the hits of one time, no more than memory should hold.
final class Ties {

    private final int most;
    private final PriorityQueue<Tie> lastFirst = new PriorityQueue<>(Tie.BY_ID.reversed());
    private boolean complete = true;

    Ties(int most) {
        this.most = most;
    }

    void offer(Tie tie) {
        lastFirst.add(tie);
        if (lastFirst.size() > most) {
            lastFirst.remove();
            complete = false;
        }
    }

    /// Whether there are no more.
    boolean isComplete() {
        return complete;
    }

    Deque<Tie> sorted() {
        List<Tie> sorted = new ArrayList<>(lastFirst);
        sorted.sort(Tie.BY_ID);
        return new ArrayDeque<>(sorted);
    }
}
