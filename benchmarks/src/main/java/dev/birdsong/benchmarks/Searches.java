// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.benchmarks;

import dev.birdsong.query.QueryParser;
import dev.birdsong.spi.lake.Aggregation;
import dev.birdsong.spi.lake.Aggregation.Statistic;
import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.lake.Paging;
import dev.birdsong.spi.lake.SearchRequest;
import dev.birdsong.spi.lake.SearchResult;
import dev.birdsong.spi.lake.Selection;
import dev.birdsong.spi.lake.Sort;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.Index;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// The kinds of search that are measured, each with other values every time.
record Searches(DataLake lake, QueryParser parser, RandomGenerator random) {

    private static final int PAGE = 100;
    private static final List<String> FIELDS = List.of(
            "srcip", "username", "hostname", "event_name", "severity", "dstport", "record_type", "connector_name");
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final TenantScope EVERYONE = new TenantScope.All();
    private static final TenantScope ONE = new TenantScope.Only(Set.of("tenant-1"));
    private static final String OPEN = "thinkst_canary.incident.description.acknowledged:False";

    /// One kind.
    ///
    /// @param slowness it is asked so many times less often than others
    /// @param ask asks once and tells how many hits there are
    record Kind(String name, int slowness, LongSupplier ask) {}

    /// The newest hundred.
    List<Kind> newest() {
        return Stream.of(
                        page("everything", () -> ""),
                        page("term, common", () -> "severity:high"),
                        page("term, a name", () -> "username:" + name()),
                        page("term, an address", () -> "srcip:" + address()),
                        page("phrase in a field", () -> "event_name:\"SSH Login Attempt\""),
                        page("phrase anywhere", () -> "\"login attempt\""),
                        page("network /8", () -> "srcip:10.0.0.0/8"),
                        page("network /16", () -> "srcip:10." + random.nextInt(7) + ".0.0/16"),
                        page(
                                "network /24",
                                () -> "srcip:10." + random.nextInt(7) + "." + random.nextInt(160) + ".0/24"),
                        page("range of ports", () -> "dstport:[1 TO 1024]"),
                        page("range, narrow", () -> "srcport:>" + (59_000 + random.nextInt(2_000))),
                        page("range of a day", this::day),
                        page("free word, common", () -> "ssh"),
                        page("free word, a name", this::name),
                        page("free word, rare", () -> ManyRecords.password(random.nextInt(200_000))),
                        page("wildcard", () -> "username:*" + name().substring(1) + "*"),
                        page(
                                "several",
                                () -> "username:" + name() + " srcip:10.0.0.0/8 NOT severity:low timestamp:>now-90d"))
                .flatMap(List::stream)
                .toList();
    }

    private List<Kind> page(String name, Supplier<String> query) {
        return List.of(
                new Kind("newest 100: " + name, 1, () -> ask(EVERYONE, parser.parse(query.get()), false, Map.of())),
                new Kind("the same, of one tenant", 1, () -> ask(ONE, parser.parse(query.get()), false, Map.of())),
                new Kind("the same, exact total", 2, () -> ask(EVERYONE, parser.parse(query.get()), true, Map.of())));
    }

    /// What pages count.
    List<Kind> counted() {
        Aggregation.Interval halfHours = new Aggregation.Interval.Fixed(Duration.ofMinutes(30));
        Supplier<Query> everything = Query.Everything::new;
        return List.of(
                new Kind(
                        "a day: histogram, top values of 8 fields", 2, () -> count(EVERYONE, day(), counts(halfHours))),
                new Kind("a day of one tenant: the same", 2, () -> count(ONE, day(), counts(halfHours))),
                counted("everything: the same", EVERYONE, everything, counts(days())),
                counted("everything of one tenant: the same", ONE, everything, counts(days())),
                counted(
                        "everything from 10.0.0.0/8: the same",
                        EVERYONE,
                        () -> parser.parse("srcip:10.0.0.0/8"),
                        counts(days())),
                counted("everything: histogram by day", EVERYONE, everything, time(Map.of())),
                counted("everything: histogram by day and severity", EVERYONE, everything, time(severities())),
                counted("everything: 50 attackers, first, last, decoys", EVERYONE, everything, attackers()),
                new Kind("one attacker: all of it", 2, () -> count(EVERYONE, "srcip:" + address(), counts(days()))),
                counted("incidents in their latest state", EVERYONE, Searches::latest, Map.of()),
                counted(
                        "open incidents in their latest state, by severity",
                        EVERYONE,
                        () -> new Query.And(List.of(latest(), parser.parse(OPEN))),
                        severities()),
                new Kind("100 by another order (srcip)", 20, this::byAddress));
    }

    private Kind counted(String name, TenantScope scope, Supplier<Query> query, Map<String, Aggregation> counts) {
        return new Kind(name, 20, () -> ask(scope, query.get(), true, counts));
    }

    private long count(TenantScope scope, String query, Map<String, Aggregation> counts) {
        return ask(scope, parser.parse(query), true, counts);
    }

    private long byAddress() {
        var paging = new Paging(List.of(Sort.ascending("srcip")), 0, PAGE, List.of(), false);
        var all = new Selection(Set.of(Index.SYSLOG), new Query.Everything());
        return lake.search(EVERYONE, new SearchRequest(all, paging)).total();
    }

    private static Map<String, Aggregation> time(Map<String, Aggregation> within) {
        return Map.of("time", new Aggregation.DateHistogram("timestamp", days(), within));
    }

    private static Map<String, Aggregation> severities() {
        return Map.of("severity", new Aggregation.TopValues("severity", 5));
    }

    private static Query latest() {
        return new Query.Latest(
                List.of("tenantid", "thinkst_canary.incident.id"),
                List.of("thinkst_canary.events.epoch", "thinkst_canary.events.updated_id"),
                new Query.Text("record_type", "incident"));
    }

    private static Aggregation.Interval days() {
        return new Aggregation.Interval.Calendar(ChronoUnit.DAYS, ZoneId.of("Europe/Berlin"));
    }

    private static Map<String, Aggregation> counts(Aggregation.Interval interval) {
        Map<String, Aggregation> counts = new HashMap<>();
        FIELDS.forEach(field -> counts.put(field, new Aggregation.TopValues(field, 10)));
        counts.put("time", new Aggregation.DateHistogram("timestamp", interval));
        return counts;
    }

    private static Map<String, Aggregation> attackers() {
        return Map.of(
                "attackers",
                new Aggregation.TopValues(
                        "srcip",
                        50,
                        Map.of(
                                "first", new Statistic(Statistic.Kind.MIN, "timestamp"),
                                "last", new Statistic(Statistic.Kind.MAX, "timestamp"),
                                "decoys", new Aggregation.Cardinality("hostname"))));
    }

    private long ask(TenantScope scope, Query query, boolean exact, Map<String, Aggregation> counts) {
        var paging = new Paging(Paging.NEWEST_FIRST, 0, counts.isEmpty() ? PAGE : 0, List.of(), exact);
        SearchResult result =
                lake.search(scope, new SearchRequest(new Selection(Set.of(Index.SYSLOG), query), paging, counts));
        return result.total();
    }

    private String name() {
        return ManyRecords.NAMES.get(random.nextInt(ManyRecords.NAMES.size()));
    }

    private String address() {
        return ManyRecords.address(random.nextInt(ManyRecords.ATTACKERS));
    }

    private String day() {
        long from = ManyRecords.END - DAY - random.nextLong(ManyRecords.YEAR - DAY);
        return "timestamp:[" + from + " TO " + (from + DAY) + "}";
    }
}
