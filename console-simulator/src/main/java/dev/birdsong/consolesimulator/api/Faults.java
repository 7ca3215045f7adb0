// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.api;

import dev.birdsong.consolesimulator.settings.Effect;
import dev.birdsong.consolesimulator.settings.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// The faults that are to strike, and how often each still may.
public final class Faults {

    private final List<Fault> active = new ArrayList<>();
    private final SplittableRandom random;

    public Faults(List<Fault> faults, long seed) {
        active.addAll(faults);
        random = new SplittableRandom(seed);
    }

    public synchronized void add(Fault fault) {
        active.add(fault);
    }

    public synchronized void clear() {
        active.clear();
    }

    /// What strikes a request for a path, in the order in which the faults were added, up to the first that answers.
    synchronized List<Effect> strike(String path) {
        var effects = new ArrayList<Effect>();
        for (int i = 0; i < active.size() && effects.stream().noneMatch(Effect.Instead.class::isInstance); i++) {
            Fault fault = active.get(i);
            boolean strikes = fault.count() != 0 && path.contains(fault.path());
            if (strikes && random.nextDouble() < fault.probability()) {
                effects.add(fault.effect());
                active.set(i, fault.times(Math.max(-1, fault.count() - 1)));
            }
        }
        active.removeIf(fault -> fault.count() == 0);
        return effects;
    }
}
