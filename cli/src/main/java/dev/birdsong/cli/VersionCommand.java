// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `version`: which Birdsong and which Java this is.
@Command(name = "version", description = "Print which version this is.", mixinStandardHelpOptions = true)
final class VersionCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        String version = Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                .orElse("unbuilt");
        spec.commandLine().getOut().println("birdsong " + version + ", Java " + Runtime.version());
    }
}
