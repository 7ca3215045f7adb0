// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.hunting;

import dev.birdsong.query.FieldValues;
import dev.birdsong.query.QueryException;
import dev.birdsong.query.QueryParser;
import dev.birdsong.query.body.BadSearchException;
import dev.birdsong.query.body.IndexNames;
import dev.birdsong.query.body.SearchReader;
import dev.birdsong.server.access.Caller;
import dev.birdsong.server.http.Body;
import dev.birdsong.server.http.Names;
import dev.birdsong.spi.record.Schema;
import dev.birdsong.state.access.Permission;
import dev.birdsong.state.hunting.SavedQuery;
import dev.birdsong.state.hunting.SavedQuery.Range;
import dev.birdsong.state.hunting.SavedQuery.Search;
import dev.birdsong.state.hunting.SavedQuery.Times;
import dev.birdsong.state.hunting.SavedQuery.Visible;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What somebody sends to keep a search.
record SavedBody(Caller caller, Body body, Reading reading) {

    private static final Set<String> RANGES =
            Set.of("15m", "1h", "4h", "24h", "7d", "30d", "90d", "365d", "all", "custom");
    private static final int MOST_COLUMNS = 50;
    private static final int LONGEST = 4_000;
    private static final Search USUAL = new Search("", "syslog", new Range("24h", "", ""), List.of(), "timestamp:desc");

    /// What understands searches.
    record Reading(SearchReader reader, QueryParser parser, Schema schema, Clock clock) {}

    SavedQuery fresh(Instant now) {
        return new SavedQuery(
                "",
                Names.required(body, "name"),
                visible(new Visible.Own(caller.userId())),
                caller.email(),
                search(USUAL),
                new Times(now, now));
    }

    SavedQuery changed(SavedQuery before, Instant now) {
        return new SavedQuery(
                before.id(),
                body.has("name") ? Names.required(body, "name") : before.name(),
                visible(before.visible()),
                before.madeBy(),
                search(before.search()),
                new Times(before.times().created(), now));
    }

    private Visible visible(Visible usual) {
        String tenant = body.text("cust_id").orElse("");
        if (tenant.isEmpty()) {
            return usual;
        }
        if (tenant.equals(SavedAnswer.OWN)) {
            return new Visible.Own(caller.userId());
        }
        if (!caller.sees(tenant)) {
            throw body.bad("cust_id", "names no tenant of yours; 'own' keeps it to yourself");
        }
        caller.require(Permission.SHARE_QUERIES);
        return new Visible.OfTenant(tenant);
    }

    private Search search(Search usual) {
        return new Search(
                checked("query", usual.query(), text -> reading.parser().parse(text)),
                checked("index", usual.index(), IndexNames::parse),
                range(usual.range()),
                columns(usual.columns()),
                checked("sort", usual.sort(), text -> reading.reader().parameters(Map.of("sort", text))));
    }

    private Range range(Range usual) {
        String key = body.text("range").orElse(usual.key());
        if (!RANGES.contains(key)) {
            throw body.bad("range", "takes 15m, 1h, 4h, 24h, 7d, 30d, 90d, 365d, all or custom");
        }
        var values = new FieldValues(reading.schema(), reading.clock());
        return new Range(
                key,
                checked("from", usual.from(), text -> time(values, text)),
                checked("to", usual.to(), text -> time(values, text)));
    }

    private static Object time(FieldValues values, String text) {
        return text.isBlank() ? text : values.lower("timestamp", text, false, true);
    }

    private List<String> columns(List<String> usual) {
        List<String> columns = body.texts("columns").orElse(usual);
        boolean fit = columns.size() <= MOST_COLUMNS
                && columns.stream().allMatch(path -> path.matches("[^,\\p{Cntrl}]{1,300}"));
        if (!fit) {
            throw body.bad("columns", "takes up to " + MOST_COLUMNS + " paths of fields");
        }
        return columns;
    }

    private String checked(String key, String usual, Check check) {
        String text = body.text(key).orElse(usual);
        if (text.length() > LONGEST) {
            throw body.bad(key, "may have up to " + LONGEST + " characters");
        }
        try {
            check.of(text);
            return text;
        } catch (QueryException | BadSearchException wrong) {
            throw body.bad(key, "cannot be read: " + wrong.getMessage());
        }
    }

    private interface Check {

        Object of(String text);
    }
}
