// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.population;

import dev.birdsong.consolesimulator.settings.Population;
import java.time.Instant;

/// The population that a console is born with. Nothing of it is held: everything is worked out when asked for.
public final class World {

    private static final int HORIZON = 60;
    private static final int PACE = 2_500;

    private final Population population;
    private final long until;
    private final long spacing;
    private final Sensors sensors;

    public World(Population population, Instant start) {
        this.population = population;
        until = population.until().orElse(start).getEpochSecond();
        spacing = Math.max(1_000, population.span().toMillis() / Math.max(1, population.incidents()));
        sensors = new Sensors(population.seed(), population.devices());
    }

    public Population population() {
        return population;
    }

    public Sensors sensors() {
        return sensors;
    }

    /// The moment up to which the population goes, in epoch seconds.
    public long until() {
        return until;
    }

    /// When an incident of the population was created; no two in the same second.
    public long created(int index) {
        return until - HORIZON - (population.incidents() - 1L - index) * spacing / 1_000;
    }

    /// The number of the newest incident created at or before a second; -1 where there is none.
    public int indexAt(long second) {
        long back = (until - HORIZON - second) * 1_000;
        long index = population.incidents() - 1L - Math.max(0, Math.ceilDiv(back, spacing));
        return (int) Math.max(-1, index);
    }

    /// How many events an attack of the population has.
    public int events(Attack attack) {
        return attack.kind().eventless() ? 0 : population.events();
    }

    /// The milliseconds from one event of an attack to the next.
    public int pace(Attack attack) {
        int most = (HORIZON - 5) * 1_000 / Math.max(1, population.events());
        return Math.min(most, Draws.below(PACE, Draws.of(attack.draw(), 9)));
    }

    /// Whether an attack's events come in equal pairs.
    public boolean paired(Attack attack) {
        return Draws.below(20, Draws.of(attack.draw(), 10)) == 0;
    }

    public Attack attack(int index) {
        long draw = Draws.of(population.seed(), index);
        return attack(index, Kinds.pick(draw));
    }

    /// An attack of a given kind.
    public Attack attack(int index, Kind kind) {
        long draw = Draws.of(population.seed(), index);
        boolean known =
                kind.source() == Kind.Source.PEER || kind.source() == Kind.Source.RESOLVER || kind.logtype() == 5000;
        String source = known ? Attackers.address(population.seed(), Draws.of(draw, 2)) : "";
        String reverse = known ? Attackers.reverse(source, Draws.of(draw, 3)) : "";
        return new Attack(index, draw, kind, sensors.touched(kind, Draws.of(draw, 1)), source, reverse);
    }

    /// The base of the draws for the content of audit records.
    public long auditSeed() {
        return Draws.of(population.seed(), 13);
    }
}
