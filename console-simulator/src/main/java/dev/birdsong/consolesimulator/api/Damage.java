// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.api;

import dev.birdsong.consolesimulator.json.JsonOut;
import dev.birdsong.consolesimulator.settings.Effect;
import java.util.List;
import java.util.function.Supplier;

/// Which records of one answer are not JSON.
final class Damage {

    /// Deep enough for a reader to have seen the start of the record; every record is longer.
    private static final int DEPTH = 200;

    private final List<Effect> effects;
    private int written;

    Damage(List<Effect> effects) {
        this.effects = List.copyOf(effects);
    }

    static Damage none() {
        return new Damage(List.of());
    }

    /// Called before each record of a list.
    void begin(JsonOut out, Supplier<String> id) {
        written++;
        if (!effects.isEmpty() && effects.stream().anyMatch(effect -> strikes(effect, id))) {
            out.damageAfter(DEPTH);
        }
    }

    private boolean strikes(Effect effect, Supplier<String> id) {
        return switch (effect) {
            case Effect.BrokenAt at -> at.record() == written;
            case Effect.BrokenRecord broken -> broken.id().equals(id.get());
            default -> false;
        };
    }
}
