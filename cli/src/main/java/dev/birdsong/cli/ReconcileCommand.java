// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import dev.birdsong.cli.api.ApiClient;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// `reconcile`: lets a running server compare what a console holds with its lake.
@Command(
        name = "reconcile",
        description = {
            "Compare all that the console of a connector holds with the lake of a running server, and bring in what is"
                    + " missing.",
            "Shows what came of it, and the ledger: what became of each record that was ever seen, each counted once."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "What is gone at the console is noted as deleted when a second comparison an hour later agrees.",
            "The role of the API key must allow to edit connectors."
        })
final class ReconcileCommand implements Callable<Integer> {

    private static final String CONNECTORS = "/connect/api/v1/connectors";

    @Spec
    private CommandSpec spec;

    @Mixin
    private ServerOption server;

    @Parameters(paramLabel = "<connector>", description = "The connector's name or id.")
    private String connector;

    @Option(names = "--ledger", description = "Show the ledger only, as it is.")
    private boolean ledgerOnly;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        try (ApiClient api = server.client(System.getenv())) {
            String path = CONNECTORS + "/" + id(api);
            boolean well = true;
            if (!ledgerOnly) {
                JsonNode compared =
                        api.post(path + "/reconcile?wait=true", Map.of()).path("content_types");
                compared.forEachEntry((contentType, one) -> out.println(contentType + ": " + compared(one)));
                well = all(compared).allMatch(one -> one.path("complete").asBoolean());
            }
            JsonNode ledger = api.get(path + "/ledger").path("content_types");
            ledger.forEachEntry((contentType, one) -> {
                out.println(contentType + ": " + ledger(one));
                one.path("notes").forEach(note -> out.println("  " + note.asString()));
            });
            out.flush();
            return well && all(ledger).allMatch(one -> one.path("missing").asLong() == 0)
                    ? ExitCode.OK
                    : ExitCode.SOFTWARE;
        }
    }

    private static Stream<JsonNode> all(JsonNode object) {
        return StreamSupport.stream(object.spliterator(), false);
    }

    private String id(ApiClient api) throws InterruptedException {
        String named = CONNECTORS + "?size=1000&q=" + URLEncoder.encode(connector, StandardCharsets.UTF_8);
        List<JsonNode> found = all(api.get(named).path("connectors"))
                .filter(one -> one.path("name").asString().equals(connector))
                .toList();
        if (found.size() > 1) {
            throw new CommandException("several tenants have a connector named '" + connector
                    + "': give its id, one of "
                    + found.stream().map(one -> one.path("_id").asString()).toList());
        }
        return found.isEmpty() ? connector : found.getFirst().path("_id").asString();
    }

    private static String compared(JsonNode one) {
        if (!one.path("complete").asBoolean()) {
            return "not compared: " + one.at("/failure/message").asString("it did not come to its end");
        }
        return counts(
                one,
                "read",
                "created",
                "updated",
                "unchanged",
                "filtered",
                "quarantined",
                "gone",
                "deleted_at_source",
                "returned_at_source");
    }

    private static String ledger(JsonNode one) {
        return counts(
                        one,
                        "seen",
                        "stored",
                        "filtered",
                        "quarantined",
                        "expired",
                        "missing",
                        "deleted_at_source",
                        "gaps_total")
                + (one.path("complete_up_to").isNull()
                        ? ""
                        : ", complete up to " + one.path("complete_up_to").asLong());
    }

    private static String counts(JsonNode one, String... names) {
        return Stream.of(names)
                .map(name -> String.format("%,d %s", one.path(name).asLong(), name.replace('_', ' ')))
                .collect(Collectors.joining(", "));
    }
}
