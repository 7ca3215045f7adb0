// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import dev.birdsong.cli.search.FolderSearched;
import dev.birdsong.cli.search.Searched;
import dev.birdsong.cli.search.ServerSearched;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/// What a command searches: a lake folder, or a running server.
final class SearchedOption {

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private LakeOption lake;

    @Option(
            names = "--server",
            description = "Ask a running server instead of a folder, such as http://127.0.0.1:8080.")
    private @Nullable String server;

    @Mixin
    private ApiKeyOption key;

    Searched open(Map<String, String> environment) {
        if (server != null && lake.isGiven()) {
            throw new ParameterException(spec.commandLine(), "either --lake or --server can be given");
        }
        return server == null
                ? new FolderSearched(Wiring.readOnlyLake(lake.folder()), Wiring.queryParser())
                : new ServerSearched(key.client(server, environment));
    }
}
