// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.faults.soak;

import dev.birdsong.connectors.thinkstcanary.ThinkstCanary;
import dev.birdsong.consolesimulator.SimulatedConsole;
import dev.birdsong.consolesimulator.settings.ConsoleSettings;
import dev.birdsong.consolesimulator.settings.Fault;
import dev.birdsong.consolesimulator.settings.Population;
import dev.birdsong.faults.Section;
import dev.birdsong.faults.play.Folders;
import dev.birdsong.faults.play.Served;
import dev.birdsong.faults.program.Program;
import dev.birdsong.lakes.lucene.LuceneLake;
import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.record.InterflowFields;
import dev.birdsong.testkit.truth.FactReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// Lets the shipped server collect from a busy console while something goes wrong every few seconds; then compares what
/// both hold, and tells what the server took. In the last third it is not killed any more, so that one process can be
/// seen for long.
public final class Soak {

    private static final String TOKEN = "simulated-token";
    private static final int WARM_UP = 2_000;
    private static final Duration SAMPLED_EVERY = Duration.ofSeconds(15);
    private static final String TIME_OUT = "delay=31s,count=1";
    private static final int TIME_OUTS_OF = 30;
    private static final List<String> FAULTS = List.of(
            "too-many=1,count=3",
            "too-many=none,count=2",
            "status=500,count=3",
            "status=502,html=true,count=2",
            "cut=20000,count=3",
            "reset,count=3",
            "slow=40000,count=2",
            "broken-at=7,count=1",
            "expired cursors",
            "console restarted",
            "server killed");

    private final Path folder;
    private final SimulatedConsole console;
    private final Random random = new Random(1);
    private final Map<String, Integer> played = new TreeMap<>();
    private final Samples ofLastProcess = new Samples();
    private long began = System.nanoTime();
    private Served served;

    private Soak(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        this.console = SimulatedConsole.start(ConsoleSettings.defaults()
                .withToken(TOKEN)
                .withPopulation(Population.empty())
                .with("gzip", "false"));
        this.served = serve();
    }

    /// Takes how many minutes, how many records a second, and the page whose section is written, if any.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("birdsong-soak");
        Soak soak = new Soak(folder);
        String told = soak.run(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
        System.out.println(told);
        if (arguments.length > 2) {
            new Section(Path.of(arguments[2]), "soak").write(told);
        }
        soak.console.close();
        Folders.delete(folder);
        System.exit(told.contains("**0 lost, 0 doubled**") ? 0 : 1);
    }

    private Served serve() throws IOException, InterruptedException {
        return Served.start(new Program(folder, List.of()), folder, console.host(), TOKEN);
    }

    private String run(int minutes, int rate) throws IOException, InterruptedException {
        console.live(WARM_UP);
        double recordsPerStep = truth(new Hashes(), new Hashes()) / (double) WARM_UP;
        began = System.nanoTime();
        long end = began + Duration.ofMinutes(minutes).toNanos();
        long lastKill = end - Duration.ofMinutes(minutes).dividedBy(3).toNanos();
        try (Load _ = Load.on(console, rate / recordsPerStep)) {
            long sampled = 0;
            while (System.nanoTime() < end) {
                Thread.sleep(Duration.ofMillis(3_000 + random.nextInt(3_000)));
                strike(picked(System.nanoTime() < lastKill));
                if (System.nanoTime() - sampled > SAMPLED_EVERY.toNanos()) {
                    sampled = System.nanoTime();
                    sample(sampled > lastKill);
                }
            }
        }
        return compared(minutes, rate);
    }

    /// Time-outs are rarer than others: each holds up a round for half a minute.
    private String picked(boolean mayKill) {
        return random.nextInt(TIME_OUTS_OF) == 0
                ? TIME_OUT
                : FAULTS.get(random.nextInt(FAULTS.size() - (mayKill ? 0 : 1)));
    }

    /// One fault at a time: what did not strike by now strikes no more, or a quiet minute would pile them up.
    private void strike(String fault) throws IOException, InterruptedException {
        console.clearFaults();
        played.merge(fault, 1, Integer::sum);
        switch (fault) {
            case "expired cursors" -> console.expireCursors();
            case "console restarted" -> {
                console.down();
                Thread.sleep(Duration.ofSeconds(2));
                console.up();
            }
            case "server killed" -> {
                served.kill();
                served = serve();
            }
            default -> console.fault(Fault.parse(fault));
        }
    }

    private void sample(boolean isLastProcess) throws IOException, InterruptedException {
        Sample sample = Sample.of(served.pid(), seconds());
        if (isLastProcess) {
            ofLastProcess.add(sample);
        }
        System.out.printf(
                "%5.0f s: %,9d records, heap %.0f MB, RSS %.0f MB, %.0f files, %.0f threads%n",
                sample.seconds(), served.stored(), sample.heap(), sample.rss(), sample.files(), sample.threads());
    }

    private double seconds() {
        return (System.nanoTime() - began) / 1e9;
    }

    private String compared(int minutes, int rate) throws IOException, InterruptedException {
        console.clearFaults();
        double before = seconds();
        served.catchesUp();
        double caughtUp = seconds() - before;
        served.close();
        Hashes incidents = new Hashes();
        Hashes others = new Hashes();
        truth(incidents, others);
        Hashes heldIncidents = new Hashes();
        Hashes heldOthers = new Hashes();
        held(heldIncidents, heldOthers);
        long lost = heldIncidents.lacking(incidents) + heldOthers.lacking(others);
        long doubled = heldIncidents.repeated() + others.lacking(heldOthers);
        int records = heldIncidents.size() + heldOthers.size();
        return told(
                minutes, rate, caughtUp, "%,d records, **%,d lost, %,d doubled**".formatted(records, lost, doubled));
    }

    private String told(int minutes, int rate, double caughtUp, String verdict) {
        return """
                %d minutes at %,d records a second: %s. After the load had ended, it had caught up within %.0f s.

                | what went wrong | how often |
                |---|---:|
                %s
                | the server in the last third (%d samples) | least | most | last | growth an hour |
                |---|---:|---:|---:|---:|
                %s
                %s
                %s
                %s
                """.formatted(
                        minutes,
                        rate,
                        verdict,
                        caughtUp,
                        rows(),
                        ofLastProcess.size(),
                        ofLastProcess.row("heap after a full collection, MB", Sample::heap),
                        ofLastProcess.row("resident memory without mapped files, MB", Sample::rss),
                        ofLastProcess.row("open files", Sample::files),
                        ofLastProcess.row("threads", Sample::threads));
    }

    private String rows() {
        var rows = new StringBuilder();
        played.forEach((fault, count) ->
                rows.append("| `").append(fault).append("` | ").append(count).append(" |\n"));
        return rows.toString();
    }

    private long truth(Hashes incidents, Hashes others) throws IOException {
        try (InputStream truth =
                URI.create("http://" + console.host() + "/_truth").toURL().openStream()) {
            new FactReader((kind, said) -> add(kind, said, incidents, others)).truth(truth);
        }
        return incidents.size() + (long) others.size();
    }

    private void held(Hashes incidents, Hashes others) {
        var schema = InterflowFields.SCHEMA.with(new ThinkstCanary(folder).fields());
        try (DataLake lake = LuceneLake.openReadOnly(folder.resolve("data/lake"), schema)) {
            new FactReader((kind, said) -> add(kind, said, incidents, others)).lake(lake);
        }
    }

    /// Devices are states, not events: what they say now is not what they said when they were asked.
    private static void add(String kind, String said, Hashes incidents, Hashes others) {
        switch (kind) {
            case "incident" -> incidents.add(kind, said);
            case "device" -> {}
            default -> others.add(kind, said);
        }
    }
}
