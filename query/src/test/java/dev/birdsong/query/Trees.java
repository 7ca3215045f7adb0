// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query;

import dev.birdsong.spi.query.Bound;
import dev.birdsong.spi.query.Network;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.Field;
import dev.birdsong.spi.record.FieldType;
import dev.birdsong.spi.record.InterflowFields;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;

/// Short words for trees, and the parser under test: it is 10:30:15.250 on Tuesday, 24 November 2026.
final class Trees {

    static final Instant NOW = Instant.parse("2026-11-24T10:30:15.250Z");
    static final QueryParser PARSER = new QueryParser(
            InterflowFields.SCHEMA.with(List.of(new Field("score", FieldType.DOUBLE, "", ""))), () -> NOW);
    static final Bound OPEN = new Bound.Open();

    private Trees() {}

    static Query everything() {
        return new Query.Everything();
    }

    static Query text(String path, String text) {
        return new Query.Text(path, text);
    }

    static Query word(String text) {
        return new Query.Text(Query.ANY, text);
    }

    static Query wildcard(String path, String pattern) {
        return new Query.Wildcard(path, pattern);
    }

    static Query exists(String path) {
        return new Query.Exists(path);
    }

    static Query network(String path, String address, int prefix) {
        return new Query.InNetwork(path, new Network(InetAddress.ofLiteral(address), prefix));
    }

    static Query range(String path, Bound from, Bound to) {
        return new Query.Range(path, from, to);
    }

    static Query during(String from, String until) {
        return range("timestamp", incl(millis(from)), excl(millis(until)));
    }

    static Query at(String moment) {
        return range("timestamp", incl(millis(moment)), incl(millis(moment)));
    }

    static String millis(String moment) {
        return Long.toString(Instant.parse(moment).toEpochMilli());
    }

    static Bound incl(String value) {
        return new Bound.At(value, true);
    }

    static Bound excl(String value) {
        return new Bound.At(value, false);
    }

    static Query and(Query... all) {
        return new Query.And(List.of(all));
    }

    static Query or(Query... any) {
        return new Query.Or(List.of(any));
    }

    static Query not(Query excluded) {
        return new Query.Not(excluded);
    }
}
