// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.hunting;

import static dev.birdsong.server.hunting.IncidentAnswer.ACKNOWLEDGED;
import static dev.birdsong.server.hunting.IncidentAnswer.DESCRIPTION;

import dev.birdsong.server.hunting.IncidentStory.EventAnswer;
import dev.birdsong.server.hunting.IncidentStory.Moment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Works out from the states of an incident what happened to it.
///
/// @param states in the order in which they were stored
/// @param notes that it is gone at its console, or back
/// @param acknowledging what the audit trail tells of people who acknowledge
record Timeline(List<ReadRecord> states, List<ReadRecord> notes, AuditTrail acknowledging) {

    private static final Set<String> SAID_OTHERWISE =
            Set.of("acknowledged", "events_count", "updated", "updated_std", "updated_time", "events_list");

    List<Moment> with(List<EventAnswer> events) {
        List<Moment> moments = new ArrayList<>();
        states.stream().findFirst().ifPresent(first -> moments.add(created(first)));
        for (int i = 1; i < states.size(); i++) {
            moments.addAll(between(states.get(i - 1), states.get(i)));
        }
        states.stream()
                .findFirst()
                .filter(first -> first.flag(ACKNOWLEDGED))
                .ifPresent(first -> moments.add(acknowledged(first)));
        notes.forEach(note -> moments.add(noted(note)));
        events.forEach(event -> moments.addAll(of(event)));
        moments.sort(Comparator.comparingLong(Moment::time).thenComparingInt(moment -> rank(moment.kind())));
        return moments;
    }

    private static int rank(String kind) {
        return List.of("created", "event", "grew", "enriched", "changed", "acknowledged", "reopened")
                .indexOf(kind);
    }

    private static Moment created(ReadRecord first) {
        long created = first.seconds(DESCRIPTION + "created");
        return new Moment(created > 0 ? created : first.time(), "created", first.text("event_name"), "", first.id());
    }

    private static Moment noted(ReadRecord note) {
        return new Moment(
                note.time(), note.text("record_type"), note.text("event_name"), note.text("username"), note.id());
    }

    private static List<Moment> of(EventAnswer event) {
        String what = Stream.of(event.username(), event.password())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" / "));
        var happened = new Moment(event.time(), "event", what, "", event.id());
        return event.enriched()
                ? List.of(happened, new Moment(event.time(), "enriched", "more was found out about it", "", event.id()))
                : List.of(happened);
    }

    private List<Moment> between(ReadRecord before, ReadRecord after) {
        List<Moment> moments = new ArrayList<>();
        long added = after.number(DESCRIPTION + "events_count") - before.number(DESCRIPTION + "events_count");
        if (added > 0) {
            moments.add(new Moment(
                    after.time(), "grew", added == 1 ? "by one event" : "by " + added + " events", "", after.id()));
        }
        if (before.flag(ACKNOWLEDGED) != after.flag(ACKNOWLEDGED)) {
            moments.add(after.flag(ACKNOWLEDGED) ? acknowledged(after) : reopened(after));
        }
        String changed = changed(before, after);
        if (!changed.isEmpty()) {
            moments.add(new Moment(after.time(), "changed", changed, "", after.id()));
        }
        if (moments.isEmpty()) {
            moments.add(new Moment(after.time(), "enriched", "the console told it again", "", after.id()));
        }
        return moments;
    }

    private Moment acknowledged(ReadRecord state) {
        return new Moment(state.time(), "acknowledged", "", acknowledging.who(state.time(), true), state.id());
    }

    private Moment reopened(ReadRecord state) {
        return new Moment(state.time(), "reopened", "", acknowledging.who(state.time(), false), state.id());
    }

    private static String changed(ReadRecord before, ReadRecord after) {
        JsonNode was = before.at("thinkst_canary.incident.description");
        JsonNode is = after.at("thinkst_canary.incident.description");
        var names = new TreeSet<>(is.propertyNames());
        names.addAll(was.propertyNames());
        return names.stream()
                .filter(name -> !SAID_OTHERWISE.contains(name))
                .filter(name -> !was.path(name).equals(is.path(name)))
                .map(name -> name + ": " + text(was.path(name)) + " → " + text(is.path(name)))
                .collect(Collectors.joining("; "));
    }

    private static String text(JsonNode node) {
        String text = node.isValueNode() ? node.asString("") : node.toString();
        return text.isEmpty() ? "nothing" : text;
    }

    /// What the audit trail tells of people who acknowledge incidents.
    ///
    /// @param records the newest first
    /// @param names what the incident is called in a record that tells of it
    record AuditTrail(List<ReadRecord> records, List<String> names) {

        private static final long NEAR = 120_000;

        /// Who did it then; who is named with the incident before who acted at about that time.
        String who(long time, boolean acknowledged) {
            return records.stream()
                    .filter(record -> isUndoing(record) != acknowledged)
                    .filter(record -> names(record) || Math.abs(record.time() - time) <= NEAR)
                    .min(Comparator.comparing((ReadRecord record) -> !names(record))
                            .thenComparingLong(record -> Math.abs(record.time() - time)))
                    .map(record -> record.text("username"))
                    .orElse("");
        }

        private boolean names(ReadRecord record) {
            String told = record.at("thinkst_canary.audit").toString();
            return names.stream().anyMatch(told::contains);
        }

        private static boolean isUndoing(ReadRecord record) {
            String told = record.text("thinkst_canary.audit.action_type") + record.text("thinkst_canary.audit.message");
            return told.toLowerCase(Locale.ROOT).contains("unack");
        }
    }
}
