// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.faults.play;

import dev.birdsong.consolesimulator.SimulatedConsole;
import dev.birdsong.consolesimulator.settings.Fault;
import dev.birdsong.faults.program.Ended;
import dev.birdsong.faults.program.Program;
import dev.birdsong.faults.program.StagedProgram;
import dev.birdsong.faults.program.Step;
import dev.birdsong.testkit.truth.Facts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A console, the program that collects from it, and a tally of what the console has shown. Used by one thread.
public final class Stage implements AutoCloseable {

    private static final int KILLED = 137;

    private final Path folder;
    private final Form form;
    private final SimulatedConsole console;
    private final Facts told = Facts.none();
    private final Facts kept = Facts.none();
    private final Set<String> unreadable = new HashSet<>();
    private Program program;
    private Path lake;
    private String token;
    private Optional<Volume> volume = Optional.empty();

    Stage(Path folder, Form form, Scene scene) throws IOException {
        this.folder = folder;
        this.form = form;
        this.console = SimulatedConsole.start(scene.console(), scene.clock());
        this.program = new Program(folder, List.of());
        this.lake = folder.resolve("out/lake");
        this.token = scene.console().token();
        told.unite(truth());
    }

    public SimulatedConsole console() {
        return console;
    }

    /// How much is played.
    public Form form() {
        return form;
    }

    /// Its folder: the program writes to `out`.
    public Path folder() {
        return folder;
    }

    /// Collects by the program; it must say that all went well.
    public void collects() throws IOException, InterruptedException {
        Ended ended = collect(5);
        check(ended.status() == 0, "the program failed: " + ended.output());
    }

    /// Collects by the program; it must say that it did not go well, and why.
    public void failsSaying(String reason) throws IOException, InterruptedException {
        Ended ended = collect(1);
        check(
                ended.status() == 1 && ended.output().contains(reason),
                "the program did not fail by '" + reason + "': " + ended.status() + " " + ended.output());
    }

    private Ended collect(int attempts) throws IOException, InterruptedException {
        return program.run(arguments(attempts));
    }

    /// The command that collects.
    public List<String> arguments(int attempts) throws IOException {
        Path config =
                Files.writeString(folder.resolve("birdsong.yml"), "insecure-consoles: [\"" + console.host() + "\"]\n");
        Path tokenFile = Files.writeString(folder.resolve("token"), token + "\n");
        return List.of(
                "collect",
                "--config=" + config,
                "--host=" + console.host(),
                "--token-file=" + tokenFile,
                "--out=" + folder.resolve("out"),
                "--attempts=" + attempts);
    }

    /// Collects until the program comes to a step for the nth time, and is killed there.
    ///
    /// @return whether it came there
    public boolean isKilledAt(Step step, int number) throws IOException, InterruptedException {
        return staged(0, step.name(), number).status() == KILLED;
    }

    /// Collects until the power is lost after so many operations on files; the lake is then as it was at its last
    /// `fsync`, and the positions as they were at the end.
    ///
    /// @return whether there were so many
    public boolean losesPowerAfter(int operations) throws IOException, InterruptedException {
        boolean lost = staged(0, StagedProgram.POWER, operations).status() == KILLED;
        if (lost) {
            Folders.delete(lake);
            Files.move(folder.resolve("out/image"), lake);
        }
        return lost;
    }

    /// Collects into a lake of which every put takes so much longer.
    public void collectsSlowly(Duration more) throws IOException, InterruptedException {
        Ended ended = staged(0, StagedProgram.SLOW, (int) more.toMillis());
        check(ended.status() == 0, "the program failed: " + ended.output());
    }

    /// Collects by a clock that is wrong.
    public void collectsWithClockWrongBy(Duration wrong) throws IOException, InterruptedException {
        Ended ended = staged(wrong.toMinutes(), StagedProgram.TO_ITS_END, 1);
        check(ended.status() == 0, "the program failed: " + ended.output());
    }

    private Ended staged(long wrong, String step, int number) throws IOException, InterruptedException {
        return program.runStaged(List.of(
                folder.resolve("out").toString(),
                console.host(),
                token,
                Long.toString(wrong),
                step,
                Integer.toString(number)));
    }

    /// The program gets one more option of the JVM.
    public void option(String option) {
        program = program.with(option);
    }

    /// The program is given another token.
    public void token(String other) {
        token = other;
    }

    /// The program, to start it as it suits.
    public Program program() {
        return program;
    }

    /// A server by the same program, with a connector for the console.
    public Served serves() throws IOException, InterruptedException {
        lake = folder.resolve("data/lake");
        return Served.start(program, folder, console.host(), token);
    }

    /// The program writes to a small file system of its own.
    public void mounts(String size) throws IOException, InterruptedException {
        volume = Optional.of(Volume.mounted(folder.resolve("out"), size));
    }

    /// That file system changes so, such as to `ro`.
    public void remounts(String options) throws IOException, InterruptedException {
        volume.orElseThrow().remount(options);
    }

    /// The console goes away in the middle of an answer.
    public void isDown() {
        try {
            console.down();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// From now on the console fails so.
    public void fault(String fault) {
        console.fault(Fault.parse(fault));
    }

    /// Something happens at the console, at once: no page shows it half done.
    public void happens(Consumer<SimulatedConsole> change) throws IOException {
        change.accept(console);
        told.unite(truth());
    }

    /// The same, just before the nth request for a path that contains this is answered.
    public void happensBefore(int number, String path, Consumer<SimulatedConsole> change) {
        console.before(number, path, () -> {
            try {
                happens(change);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /// Time passes for the positions: they count as so much older.
    public void passes(Duration time) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("out/positions"))) {
            for (Path file : files.toList()) {
                Files.writeString(file, Aged.by(time, Files.readString(file)));
            }
        }
    }

    /// What the console shows now must stay in the lake, whatever becomes of it there.
    public void mustStay() throws IOException {
        kept.unite(truth());
    }

    /// An incident that cannot be read, so that it must be in quarantine instead of the lake.
    public void cannotRead(String incident) {
        unreadable.add(incident);
    }

    /// How many things are in quarantine.
    public long quarantined() throws IOException {
        Path quarantine = folder.resolve("out/quarantine");
        if (!Files.exists(quarantine)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(quarantine)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    /// Holds the play to what it says.
    public static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new PlayException(otherwise);
        }
    }

    Verdict verdict(long nanos) throws IOException {
        Facts truth = truth();
        told.unite(truth);
        truth.unite(kept);
        Facts held = Bags.ofLake(lake);
        String detail = Stream.concat(
                        held.missing(truth).stream().limit(3).map("lost: "::concat),
                        told.missing(held).stream().limit(3).map("doubled: "::concat))
                .toList()
                .toString();
        return new Verdict(truth.size(), held.lacking(truth), told.lacking(held), nanos, detail);
    }

    private Facts truth() throws IOException {
        return Bags.ofConsole(console.host(), unreadable);
    }

    @Override
    public void close() throws IOException {
        console.close();
        if (volume.isPresent()) {
            volume.get().close();
        }
    }
}
