// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import dev.birdsong.query.export.UsualFields;
import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.lake.Paging;
import dev.birdsong.spi.lake.SearchRequest;
import dev.birdsong.spi.lake.SearchResult;
import dev.birdsong.spi.lake.Sort;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `search`: the newest records that match, as a table.
@Command(
        name = "search",
        description = "Show the newest records that match a query, as a table.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Queries: msg_class:canary_incidents  srcip:10.0.0.0/8  username:root AND NOT severity:info",
            "         \"a phrase\"  admin*  dstport:>1024  timestamp:[now-7d TO now]  (one OR another)"
        })
final class SearchCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Mixin
    private LakeOption lake;

    @Mixin
    private QueryOptions query;

    @Option(names = "--size", defaultValue = "20", description = "How many records, at most 10000: ${DEFAULT-VALUE}.")
    private int size;

    @Option(
            names = "--sort",
            defaultValue = "timestamp:desc",
            description = "A field, and asc or desc: ${DEFAULT-VALUE}.")
    private String sort;

    @Option(names = "--fields", split = ",", description = "The columns.")
    private List<String> fields = UsualFields.NAMES;

    @Override
    public void run() {
        if (size < 0 || size > 10_000) {
            throw new ParameterException(spec.commandLine(), "--size takes 0 to 10000, not " + size);
        }
        var paging = new Paging(List.of(order()), 0, size, List.of(), true);
        try (DataLake open = Wiring.readOnlyLake(lake.folder())) {
            show(open.search(Wiring.EVERY_TENANT, new SearchRequest(query.selection(), paging)));
        }
    }

    private void show(SearchResult result) {
        PrintWriter out = spec.commandLine().getOut();
        new HitTable(fields).print(result.hits(), out);
        spec.commandLine().getErr().printf("%,d of %,d records%n", result.hits().size(), result.total());
    }

    private Sort order() {
        String[] parts = sort.split(":", 2);
        String direction = parts.length == 1 ? "asc" : parts[1];
        return switch (direction) {
            case "asc" -> Sort.ascending(parts[0]);
            case "desc" -> Sort.descending(parts[0]);
            default ->
                throw new ParameterException(
                        spec.commandLine(), "--sort takes a field and asc or desc, such as timestamp:desc");
        };
    }
}
