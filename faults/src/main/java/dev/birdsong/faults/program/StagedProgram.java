// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.faults.program;

import dev.birdsong.connectors.thinkstcanary.ThinkstCanary;
import dev.birdsong.engine.LogFilters;
import dev.birdsong.engine.Positions;
import dev.birdsong.engine.RetryPolicy;
import dev.birdsong.engine.Round;
import dev.birdsong.engine.RoundListener;
import dev.birdsong.engine.Sleeper;
import dev.birdsong.engine.StreamKey;
import dev.birdsong.engine.StreamLedger;
import dev.birdsong.engine.files.FilePositions;
import dev.birdsong.engine.files.FileQuarantine;
import dev.birdsong.lakes.lucene.LuceneLake;
import dev.birdsong.lakes.lucene.store.DirectorySource;
import dev.birdsong.lakes.lucene.store.StoreSettings;
import dev.birdsong.server.parts.EmptyFolder;
import dev.birdsong.server.parts.SystemClocks;
import dev.birdsong.server.parts.WayOut;
import dev.birdsong.settings.SettingsReader;
import dev.birdsong.spi.connector.Collector;
import dev.birdsong.spi.connector.Connection;
import dev.birdsong.spi.connector.ContentType;
import dev.birdsong.spi.connector.Secret;
import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.record.InterflowFields;
import dev.birdsong.spi.record.Origin;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.apache.lucene.store.FSDirectory;

/// What `birdsong collect` does, out of the same parts, until it comes to the step at which it is to end, by a clock
/// that
/// may be wrong. The hooks are around the parts, so that those are as they are shipped.
public final class StagedProgram {

    /// In the place of a step: it runs to its end.
    public static final String TO_ITS_END = "TO_ITS_END";

    /// In the place of a step: each put takes so many milliseconds longer.
    public static final String SLOW = "SLOW";

    /// In the place of a step: the power is lost after so many operations of the lake on its files.
    public static final String POWER = "POWER";

    private static final String TENANT = "local";

    private final Path folder;
    private final Halt halt;
    private final DirectorySource directories;
    private final Clock wall;
    private final Duration slowness;

    private StagedProgram(Path folder, String step, int number, Duration wrong) {
        this.folder = folder;
        this.wall = Clock.offset(Clock.systemUTC(), wrong);
        this.halt = new Halt(step, number);
        this.slowness = Duration.ofMillis(step.equals(SLOW) ? number : 0);
        var power = new PowerCut(folder.resolve("lake"), folder.resolve("image"), number);
        this.directories =
                step.equals(POWER) ? power::open : path -> new HaltingDirectory(FSDirectory.open(path), halt);
    }

    /// Takes the folder, the console, its token, by how many minutes its clock is wrong, the step, and at which of the
    /// times that it comes there it ends.
    public static void main(String[] arguments) throws InterruptedException {
        var program = new StagedProgram(
                Path.of(arguments[0]),
                arguments[4],
                Integer.parseInt(arguments[5]),
                Duration.ofMinutes(Long.parseLong(arguments[3])));
        program.collect(arguments[1], new Secret(arguments[2]));
    }

    private void collect(String host, Secret token) throws InterruptedException {
        var type = new ThinkstCanary(EmptyFolder.at(folder.resolve("spool")));
        var time = new Connection.Time(wall, SystemClocks.time().monotonic());
        var consoles = SettingsReader.read(Optional.empty(), Map.of("BIRDSONG_INSECURE_CONSOLES", host))
                .consoles();
        var origin = new Origin(TENANT, "Default", host, TENANT, host);
        var connection = new Connection(origin, host, token, WayOut.of(consoles, time.monotonic()), time);
        try (DataLake lake = lake(type)) {
            for (ContentType contentType : type.contentTypes()) {
                collect(new StreamKey(host, contentType.name()), type.collector(connection, contentType), lake);
            }
        }
    }

    private DataLake lake(ThinkstCanary type) {
        StoreSettings settings = StoreSettings.standard(wall).withDirectories(directories);
        return new HookedLake(
                LuceneLake.open(folder.resolve("lake"), InterflowFields.SCHEMA.with(type.fields()), settings),
                () -> halt.at(Step.BEFORE_PUT),
                () -> {
                    Thread.sleep(slowness);
                    halt.at(Step.AFTER_PUT);
                });
    }

    private void collect(StreamKey stream, Collector collector, DataLake lake) throws InterruptedException {
        Positions positions = new HaltingPositions(new FilePositions(folder.resolve("positions")), halt);
        var ports = new Round.Ports(
                lake, positions, new FileQuarantine(folder.resolve("quarantine")), LogFilters.NONE, StreamLedger.NONE);
        var asking = new Round.Asking(RetryPolicy.DEFAULT, Sleeper.REAL, RandomGenerator.getDefault());
        try (Collector halting = new HaltingCollector(collector, halt)) {
            new Round(stream, halting, ports, asking, RoundListener.NONE).run();
        }
    }
}
