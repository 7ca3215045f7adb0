// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.book;

import dev.birdsong.consolesimulator.population.Attack;
import dev.birdsong.consolesimulator.population.Kind;
import dev.birdsong.consolesimulator.population.World;
import java.util.ArrayList;
import java.util.List;

/// One state of an incident.
///
/// @param created when its first event came, in epoch seconds
/// @param updatedTime when it last changed, in epoch seconds
/// @param enriched how many of its first events the console has looked up the source of
public record Incident(
        Attack attack,
        long created,
        long updatedId,
        long updatedTime,
        boolean acknowledged,
        int enriched,
        List<Happening> happenings) {

    /// An incident of the population.
    static Incident born(World world, int index, long updatedId) {
        Attack attack = world.attack(index);
        long created = world.created(index);
        int events = world.events(attack);
        var burst = new Happening.Burst(0, events, created, world.pace(attack), world.paired(attack));
        long last = events == 0 ? created : burst.time(events - 1);
        return new Incident(attack, created, updatedId, last, attack.acknowledged(), events, List.of(burst));
    }

    /// An incident that begins now, with its first event where its kind has any.
    static Incident fresh(Attack attack, long now, long updatedId) {
        int events = attack.kind().eventless() ? 0 : 1;
        return new Incident(
                attack, now, updatedId, now, false, 0, List.of(new Happening.Burst(0, events, now, 0, false)));
    }

    public int index() {
        return attack.index();
    }

    public String id() {
        return attack.id(created);
    }

    public boolean ofToken() {
        return attack.kind().target() == Kind.Target.TOKEN;
    }

    public int eventCount() {
        int count = 0;
        for (Happening happening : happenings) {
            count += happening.count();
        }
        return count;
    }

    Incident grown(Happening more) {
        var all = new ArrayList<>(happenings);
        all.add(more);
        return new Incident(attack, created, updatedId, updatedTime, acknowledged, enriched, List.copyOf(all));
    }

    Incident acknowledged(boolean now) {
        return new Incident(attack, created, updatedId, updatedTime, now, enriched, happenings);
    }

    Incident looked() {
        return new Incident(attack, created, updatedId, updatedTime, acknowledged, eventCount(), happenings);
    }

    Incident updated(long id, long time) {
        return new Incident(attack, created, id, time, acknowledged, enriched, happenings);
    }
}
