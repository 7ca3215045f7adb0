// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import dev.birdsong.engine.RetryPolicy;
import dev.birdsong.engine.RoundCounts;
import dev.birdsong.engine.RoundOutcome;
import dev.birdsong.spi.connector.ContentType;
import dev.birdsong.spi.connector.Secret;
import dev.birdsong.spi.lake.DataLake;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `collect`: collects once, without a server, and goes on where it left off.
@Command(
        name = "collect",
        description = "Collect once from a console into a folder, from where the last run ended.",
        mixinStandardHelpOptions = true)
final class CollectCommand implements Callable<Integer> {

    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]{1,5})?|\\[::1](:[0-9]{1,5})?");

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOption settings;

    @Option(names = "--host", required = true, description = "The console, such as 1234abcd.canary.tools.")
    private String host;

    @Option(names = "--token-file", required = true, description = "A file with the console's auth token.")
    private Path tokenFile;

    @Option(
            names = "--content-type",
            split = ",",
            defaultValue = "incidents,audit_trail,devices",
            description = "What to collect: ${DEFAULT-VALUE}.")
    private List<String> contentTypes;

    @Option(names = "--out", required = true, description = "The folder for records, positions and quarantine.")
    private Path out;

    @Option(
            names = "--attempts",
            defaultValue = "5",
            description = "How often a page is asked for before it is given up: ${DEFAULT-VALUE}.")
    private int attempts;

    @Override
    public Integer call() throws InterruptedException {
        List<ContentType> chosen = contentTypes.stream().map(this::contentType).toList();
        checkHost();
        LakeFolder folder = new LakeFolder(out);
        var connection = Wiring.connection(host, token(), settings.read().consoles());
        int status = ExitCode.OK;
        try (DataLake lake = Wiring.lake(folder)) {
            var collection = new Collection(
                    Wiring.connectorType(folder), connection, folder, lake, RetryPolicy.DEFAULT.withAttempts(attempts));
            for (ContentType contentType : chosen) {
                status = Math.max(status, collect(collection, contentType));
            }
        }
        return status;
    }

    private int collect(Collection collection, ContentType contentType) throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        var progress = new Progress(
                contentType.name(), err, collection.connection().time().monotonic());
        RoundOutcome outcome = collection.collect(contentType, progress);
        spec.commandLine().getOut().println(line(contentType, outcome.counts()));
        return switch (outcome) {
            case RoundOutcome.Complete _, RoundOutcome.Stopped _ -> ExitCode.OK;
            case RoundOutcome.Failed(RoundCounts _, var failure) -> {
                err.println("birdsong: " + contentType.name() + ": " + failure.getMessage());
                yield ExitCode.SOFTWARE;
            }
        };
    }

    private static String line(ContentType contentType, RoundCounts counts) {
        return "%s: %d pages, %d read, %d created, %d updated, %d unchanged, %d filtered, %d quarantined"
                .formatted(
                        contentType.name(),
                        counts.pages(),
                        counts.read(),
                        counts.put().created(),
                        counts.put().updated(),
                        counts.put().unchanged(),
                        counts.filtered(),
                        counts.quarantined());
    }

    private ContentType contentType(String name) {
        List<ContentType> known = Wiring.CONNECTOR_TYPE.contentTypes();
        return known.stream()
                .filter(contentType -> contentType.name().equals(name.strip()))
                .findFirst()
                .orElseThrow(() -> wrong("unknown content type '" + name + "'; there are "
                        + String.join(
                                ", ", known.stream().map(ContentType::name).toList())));
    }

    private void checkHost() {
        if (!HOST.matcher(host).matches()) {
            throw wrong("--host takes a host name without scheme or path, such as 1234abcd.canary.tools, not '" + host
                    + "'");
        }
    }

    private Secret token() {
        try {
            String token = Files.readString(tokenFile).strip();
            if (token.isEmpty() || token.chars().anyMatch(c -> c <= ' ' || c > '~')) {
                throw new CommandException(
                        "the token file " + tokenFile + " must hold one auth token and nothing else");
            }
            return new Secret(token);
        } catch (IOException e) {
            throw new CommandException("cannot read the token file " + tokenFile + "; check that it is there", e);
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
