// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.api;

import dev.birdsong.consolesimulator.settings.Effect;
import dev.birdsong.consolesimulator.settings.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// The faults that are to strike, and how often each still may.
public final class Faults {

    private final List<Fault> active = new ArrayList<>();
    private final SplittableRandom random;
    private final InstantSource clock;
    private Instant quotaUntil = Instant.MIN;

    public Faults(List<Fault> faults, long seed, InstantSource clock) {
        active.addAll(faults);
        this.clock = clock;
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
                struck(fault.effect()).ifPresent(effects::add);
                active.set(i, fault.times(Math.max(-1, fault.count() - 1)));
            }
        }
        active.removeIf(fault -> fault.count() == 0);
        return effects;
    }

    /// Nothing, where a quota still lets a request in.
    private Optional<Effect> struck(Effect effect) {
        if (!(effect instanceof Effect.Quota(Duration each))) {
            return Optional.of(effect);
        }
        Instant now = clock.instant();
        if (now.isBefore(quotaUntil)) {
            long seconds = Duration.between(now, quotaUntil).plusMillis(999).toSeconds();
            return Optional.of(new Effect.TooMany(Optional.of((int) seconds)));
        }
        quotaUntil = now.plus(each);
        return Optional.empty();
    }
}
