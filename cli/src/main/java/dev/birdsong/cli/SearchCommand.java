// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import dev.birdsong.cli.search.Asked;
import dev.birdsong.cli.search.Following;
import dev.birdsong.cli.search.Searched;
import dev.birdsong.cli.search.Shown;
import dev.birdsong.engine.Sleeper;
import dev.birdsong.query.export.ExportFormat;
import dev.birdsong.query.export.UsualFields;
import dev.birdsong.spi.lake.Paging;
import dev.birdsong.spi.lake.Sort;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `search`: the newest records that match.
@Command(
        name = "search",
        description = {
            "Show the newest records that match a query, of a lake folder or of a running server.",
            "With --follow, show the newest last, then each record as it is stored, until Ctrl-C."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Queries: msg_class:canary_incidents  srcip:10.0.0.0/8  \"a phrase\"  admin*",
            "         username:root AND NOT severity:info  (one OR another)",
            "         dstport:>1024  timestamp:[now-7d TO now]"
        })
final class SearchCommand implements Callable<Integer> {

    /// How records are shown.
    enum Format {
        TABLE,
        NDJSON,
        CSV;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private SearchedOption searched;

    @Mixin
    private QueryOptions query;

    @Option(
            names = "--size",
            defaultValue = "20",
            description = "How many of the newest, at most 10000: ${DEFAULT-VALUE}.")
    private int size;

    @Option(names = "--sort", description = "A field, and asc or desc: timestamp:desc. Not with --follow.")
    private @Nullable String sort;

    @Option(
            names = "--fields",
            split = ",",
            description = "The columns, by path; else the usual, or for ndjson all of a record.")
    private List<String> fields = List.of();

    @Option(names = "--format", defaultValue = "table", description = "table, ndjson or csv: ${DEFAULT-VALUE}.")
    private Format format;

    @Option(names = "--follow", description = "Go on, and show records as they are stored.")
    private boolean follow;

    @Override
    public Integer call() throws InterruptedException {
        if (size < 0 || size > 10_000) {
            throw wrong("--size takes 0 to 10000, not " + size);
        }
        var asked = new Asked(query.indices(), query.queries(), order(), size, List.of());
        try (Searched open = searched.open(System.getenv())) {
            if (follow) {
                follow(open, asked);
            } else {
                once(open.search(asked));
            }
            return ExitCode.OK;
        }
    }

    private void once(Searched.Found found) {
        shown().show(found.hits());
        spec.commandLine()
                .getErr()
                .printf("%,d of %s%,d records%n", found.hits().size(), found.exact() ? "" : "at least ", found.total());
    }

    private void follow(Searched open, Asked asked) {
        PrintWriter out = spec.commandLine().getOut();
        try {
            new Following(open, asked, shown(), Sleeper.REAL).run(() -> !out.checkError());
        } catch (InterruptedException stopped) {
            out.flush();
        }
    }

    private Shown shown() {
        PrintWriter out = spec.commandLine().getOut();
        return switch (format) {
            case TABLE -> Shown.table(fields.isEmpty() ? UsualFields.NAMES : fields, out);
            case NDJSON -> Shown.lines(ExportFormat.NDJSON, fields, out);
            case CSV -> Shown.lines(ExportFormat.CSV, fields, out);
        };
    }

    private Sort order() {
        if (sort == null) {
            return Paging.NEWEST_FIRST.getFirst();
        }
        if (follow) {
            throw wrong("--follow shows records as they are stored: leave out --sort");
        }
        String[] parts = sort.split(":", 2);
        String direction = parts.length == 1 ? "asc" : parts[1];
        return switch (direction) {
            case "asc" -> Sort.ascending(parts[0]);
            case "desc" -> Sort.descending(parts[0]);
            default -> throw wrong("--sort takes a field and asc or desc, such as timestamp:desc");
        };
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
