// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import dev.birdsong.cli.api.ApiClient;
import dev.birdsong.cli.apply.Application;
import dev.birdsong.cli.apply.Problem;
import dev.birdsong.cli.apply.Wanted;
import dev.birdsong.cli.apply.WantedFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `apply`: makes a running server have what a file says.
@Command(
        name = "apply",
        description = {
            "Create and update tenants, log filters and connectors of a running server, as a file says.",
            "Nothing is ever deleted, and what the file does not say is left as it is. Run again, it changes nothing."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A YAML file has the sections tenants, log_filters and connectors; a CSV file has a connector in each row.",
            "A secret is never in the file: it says {env: NAME} or {file: path}, or token_env or token_file in CSV.",
            "The role of the API key must allow to edit connectors; tenants and log filters need root scope."
        })
final class ApplyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ServerOption server;

    @Option(
            names = {"-f", "--file"},
            required = true,
            description = "What there should be: YAML, or CSV where the name ends in .csv.")
    private Path file;

    @Option(names = "--dry-run", description = "Show what would change, and change nothing.")
    private boolean dryRun;

    @Option(names = "--renew-secrets", description = "Send the secrets of connectors that are there already, too.")
    private boolean renewSecrets;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        Map<String, String> environment = System.getenv();
        try (ApiClient api = server.client(environment)) {
            List<Problem> problems = new ArrayList<>();
            Wanted wanted = new WantedFile(file, problems).read();
            if (!problems.isEmpty()) {
                problems.forEach(problem -> err.println("birdsong: " + problem.line()));
                err.println("birdsong: nothing was sent");
                return ExitCode.SOFTWARE;
            }
            var application = new Application(api, environment, new Application.How(dryRun, renewSecrets));
            return application.run(wanted, spec.commandLine().getOut(), err) ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }
}
