// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.hunting;

import static dev.birdsong.server.hunting.Records.all;
import static dev.birdsong.server.hunting.Records.exactly;
import static dev.birdsong.server.hunting.Records.measured;
import static dev.birdsong.server.hunting.Records.type;

import dev.birdsong.server.access.Caller;
import dev.birdsong.server.hunting.AttackerProfile.Counted;
import dev.birdsong.server.hunting.Places.Place;
import dev.birdsong.spi.lake.Aggregation;
import dev.birdsong.spi.lake.Aggregation.Cardinality;
import dev.birdsong.spi.lake.Aggregation.DateHistogram;
import dev.birdsong.spi.lake.Aggregation.Interval;
import dev.birdsong.spi.lake.Aggregation.Statistic;
import dev.birdsong.spi.lake.Aggregation.TopValues;
import dev.birdsong.spi.lake.AggregationResult;
import dev.birdsong.spi.lake.Bucket;
import dev.birdsong.spi.lake.SearchResult;
import dev.birdsong.spi.lake.SortValue;
import dev.birdsong.spi.query.Bound;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.Index;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Those who touched decoys, by what they can be known again.
@Component
public final class Attackers {

    private static final Query TOUCHED = all(type("event"), exactly("event_class", "attack"));
    private static final String TIME = "timestamp";
    private static final String LAST = "last";
    private static final int TOP = 20;
    private static final int INCIDENTS = 50;
    private static final Statistic FIRST_SEEN = new Statistic(Statistic.Kind.MIN, TIME);
    private static final Statistic LAST_SEEN = new Statistic(Statistic.Kind.MAX, TIME);

    private final Records records;
    private final Incidents incidents;
    private final Places places;

    public Attackers(Records records, Incidents incidents, Places places) {
        this.records = records;
        this.incidents = incidents;
        this.places = places;
    }

    /// Those who did most.
    ///
    /// @param within which of their events count
    public List<AttackerAnswer> busiest(Caller caller, Pivot pivot, Query within, int most) {
        Map<String, Aggregation> counted = new HashMap<>();
        pivot.paths()
                .forEach(path -> counted.put(
                        path,
                        new TopValues(
                                path,
                                most,
                                Map.of(
                                        "first",
                                        FIRST_SEEN,
                                        LAST,
                                        LAST_SEEN,
                                        "decoys",
                                        new Cardinality("hostname"),
                                        "kinds",
                                        new Cardinality("event_name")))));
        SearchResult found = records.count(caller, Index.SYSLOG, all(TOUCHED, within), counted);
        return pivot.paths().stream()
                .flatMap(path -> Records.buckets(found.aggregations(), path).stream())
                .filter(one -> !Records.text(one.key()).isBlank())
                .map(this::answer)
                .sorted(Comparator.comparingLong(AttackerAnswer::events).reversed())
                .limit(most)
                .toList();
    }

    private AttackerAnswer answer(Bucket one) {
        Place place = places.of(Records.text(one.key()));
        return new AttackerAnswer(
                Records.text(one.key()),
                one.count(),
                measured(one.within(), "first"),
                measured(one.within(), LAST),
                measured(one.within(), "decoys"),
                measured(one.within(), "kinds"),
                place.country(),
                place.network());
    }

    /// All of one.
    ///
    /// @param year of which the days are told; empty: the last in which they were seen
    public AttackerProfile profile(Caller caller, Pivot pivot, String value, Optional<Integer> year) {
        Query events = all(type("event"), pivot.is(value));
        Map<String, AggregationResult> found =
                records.count(caller, Index.SYSLOG, events, counted(pivot)).aggregations();
        long last = measured(found, LAST);
        LocalDate day = LocalDate.ofEpochDay(
                Math.floorDiv(last, ChronoUnit.DAYS.getDuration().toMillis()));
        return new AttackerProfile(
                pivot.key(),
                value,
                places.of(value).text(),
                Records.buckets(found, "types").stream()
                        .mapToLong(Bucket::count)
                        .sum(),
                measured(found, "first"),
                last,
                top(found, "hostname"),
                top(found, "event_name"),
                top(found, "thinkst_canary.event.geoip.country"),
                top(found, "tenant_name"),
                others(pivot, found),
                Records.buckets(found, "years").stream().map(Attackers::year).toList(),
                days(caller, events, year.orElse(day.getYear())),
                incidents(caller, found));
    }

    private static Map<String, Aggregation> counted(Pivot pivot) {
        Map<String, Aggregation> counted = new HashMap<>(Map.of(
                "types",
                new TopValues("record_type", 1),
                "first",
                FIRST_SEEN,
                LAST,
                LAST_SEEN,
                "years",
                new DateHistogram(TIME, new Interval.Calendar(ChronoUnit.YEARS, ZoneOffset.UTC)),
                IncidentAnswer.ID,
                new TopValues(IncidentAnswer.ID, INCIDENTS, Map.of(LAST, LAST_SEEN))));
        for (String path : List.of("hostname", "event_name", "thinkst_canary.event.geoip.country", "tenant_name")) {
            counted.put(path, new TopValues(path, TOP, Map.of(LAST, LAST_SEEN)));
        }
        for (Pivot other : Pivot.values()) {
            if (other != pivot) {
                other.paths().forEach(path -> counted.put(path, new TopValues(path, TOP, Map.of(LAST, LAST_SEEN))));
            }
        }
        return counted;
    }

    private static Map<String, List<Counted>> others(Pivot pivot, Map<String, AggregationResult> found) {
        Map<Pivot, List<Counted>> others = new EnumMap<>(Pivot.class);
        for (Pivot other : Pivot.values()) {
            List<Counted> values = new ArrayList<>();
            if (other != pivot) {
                other.paths().forEach(path -> values.addAll(top(found, path)));
            }
            if (!values.isEmpty()) {
                others.put(other, values);
            }
        }
        return others.entrySet().stream()
                .collect(Collectors.toMap(one -> one.getKey().key(), Map.Entry::getValue));
    }

    private static List<Counted> top(Map<String, AggregationResult> found, String name) {
        return Records.buckets(found, name).stream()
                .filter(one -> !Records.text(one.key()).isBlank())
                .map(one -> new Counted(Records.text(one.key()), one.count(), measured(one.within(), LAST)))
                .toList();
    }

    private static Counted year(Bucket one) {
        long start = start(one);
        return new Counted(Integer.toString(utc(start).getYear()), one.count(), start);
    }

    private static LocalDate utc(long time) {
        return Instant.ofEpochMilli(time).atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static long start(Bucket one) {
        return one.key() instanceof SortValue.Whole(long start) ? start : 0;
    }

    private Map<Long, Long> days(Caller caller, Query events, int year) {
        Query within = new Query.Range(
                TIME, new Bound.At(begin(year), true), new Bound.At(begin(Math.min(year, 9_998) + 1), false));
        var days = new DateHistogram(TIME, new Interval.Calendar(ChronoUnit.DAYS, ZoneOffset.UTC));
        return Records.buckets(
                        records.count(caller, Index.SYSLOG, all(events, within), Map.of("days", days))
                                .aggregations(),
                        "days")
                .stream()
                .collect(Collectors.toMap(Attackers::start, Bucket::count));
    }

    private static String begin(int year) {
        return Long.toString(LocalDate.of(year, 1, 1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .toEpochMilli());
    }

    private List<IncidentAnswer> incidents(Caller caller, Map<String, AggregationResult> found) {
        List<String> ids = Records.buckets(found, IncidentAnswer.ID).stream()
                .map(one -> Records.text(one.key()))
                .toList();
        return ids.isEmpty()
                ? List.of()
                : incidents
                        .page(
                                caller,
                                Records.oneOf(IncidentAnswer.ID, ids),
                                Incidents.State.ALL,
                                Optional.empty(),
                                INCIDENTS)
                        .data();
    }
}
