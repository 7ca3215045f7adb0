// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import dev.birdsong.query.QueryException;
import dev.birdsong.query.QueryParser;
import dev.birdsong.spi.lake.Selection;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.Index;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Which records a command is about.
final class QueryOptions {

    @Parameters(arity = "0..*", paramLabel = "query", description = "What to look for; everything if left out.")
    private List<String> words = List.of();

    @Option(names = "--index", split = ",", description = "syslog, assets or both: both.")
    private List<String> indices = List.of("syslog", "assets");

    @Option(names = "--from", description = "The earliest time: now-24h, 2026-11-24, epoch milliseconds.")
    private @Nullable String from;

    @Option(names = "--to", description = "The latest time.")
    private @Nullable String to;

    Selection selection() {
        QueryParser parser = Wiring.queryParser();
        return new Selection(
                indices(), new Query.And(queries().stream().map(parser::parse).toList()));
    }

    /// All of which must match.
    List<String> queries() {
        List<String> all = new ArrayList<>();
        all.add(String.join(" ", words));
        if (from != null) {
            all.add(time("--from", ">=", from));
        }
        if (to != null) {
            all.add(time("--to", "<=", to));
        }
        return all;
    }

    private static String time(String option, String comparison, String value) {
        String query = "timestamp:" + comparison + value;
        try {
            if (Wiring.queryParser().parse(query) instanceof Query.Range) {
                return query;
            }
        } catch (QueryException e) {
            throw wrong(option, value, e);
        }
        throw wrong(option, value, new IllegalArgumentException("more than a time"));
    }

    private static CommandException wrong(String option, String value, Exception cause) {
        return new CommandException(
                option + " takes a time such as now-24h, 2026-11-24 or epoch milliseconds, not '" + value + "'", cause);
    }

    /// The chosen ones.
    Set<Index> indices() {
        return indices.stream()
                .map(QueryOptions::index)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Index.class)));
    }

    private static Index index(String label) {
        return Arrays.stream(Index.values())
                .filter(index -> index.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new CommandException("unknown index '" + label + "'; there are syslog and assets"));
    }
}
