// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.spi.connector.CollectException;
import dev.birdsong.spi.outbound.Answer;
import dev.birdsong.spi.outbound.Outbound;
import dev.birdsong.testkit.RandomSeeds;
import dev.birdsong.testkit.SettableClock;
import dev.birdsong.testkit.connector.CutBody;
import dev.birdsong.testkit.connector.ScriptedOutbound;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;

/// Whatever the console does while it is read, and wherever the collector is stopped: nothing is left out.
class InvariantTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T12:00:00Z"));

    @TempDir
    private Path folder;

    @RandomSeeds(300)
    void handsOverEveryIncident(long seed) throws Exception {
        check("incidents", seed);
    }

    @RandomSeeds(300)
    void handsOverEveryAuditRecord(long seed) throws Exception {
        check("audit_trail", seed);
    }

    private void check(String contentType, long seed) throws InterruptedException {
        Random random = new Random(seed);
        Switches switches = Switches.random(random);
        FakeConsole console =
                new FakeConsole(switches, contentType.equals("audit_trail"), () -> clock.millis() * 1_000_000);
        Life life = new Life(console, random, contentType.equals("incidents"));
        Run run = new Run(contentType, new Trouble(console, life, random), clock, folder);
        life.past();

        for (int i = 0; i < 200; i++) {
            live(run, random);
            assertThat(run.facts())
                    .as("%s at %s", switches, run.position())
                    .containsAll(vouched(console, run, life.punctual));
        }
        life.end();
        for (int i = 0; i < 6; i++) {
            clock.advance(Duration.ofMinutes(11));
            settle(run);
        }

        assertThat(run.facts()).as("%s at %s", switches, run.position()).containsAll(console.facts());
    }

    /// What the position vouches for: where nothing comes late all that is below it, else what has settled.
    private static Set<String> vouched(FakeConsole console, Run run, boolean punctual) {
        Tree state = run.state();
        Marks marks = Marks.of(state.part("marks"));
        boolean open = console.audit() && !state.parts("walks").isEmpty();
        return console.factsUpTo(punctual && !open ? marks.position() : marks.settled());
    }

    private void live(Run run, Random random) throws InterruptedException {
        try {
            boolean more = run.fetch();
            clock.advance(Duration.ofSeconds(more ? random.nextInt(5) : random.nextInt(400)));
        } catch (CollectException e) {
            clock.advance(Duration.ofSeconds(random.nextInt(600)));
        }
        if (random.nextInt(20) == 0) {
            run.backTo(random.nextInt(run.stored()));
        }
        if (random.nextInt(40) == 0) {
            clock.restart();
        }
    }

    private void settle(Run run) throws InterruptedException {
        for (int tries = 0; tries < 12; tries++) {
            try {
                run.round();
                return;
            } catch (CollectException e) {
                assertThat(tries).as("%s at %s", e.getMessage(), run.position()).isLessThan(11);
                clock.advance(Duration.ofMinutes(11));
            }
        }
    }

    /// What happens at the console.
    private static final class Life {

        private final FakeConsole console;
        private final Random random;
        private final boolean grows;
        private final int pace;
        private final boolean punctual;
        private boolean over;
        private int things;

        private Life(FakeConsole console, Random random, boolean grows) {
            this.console = console;
            this.random = random;
            this.grows = grows;
            this.pace = 1 + random.nextInt(6);
            this.punctual = random.nextBoolean();
        }

        private void past() {
            int count = random.nextInt(40);
            for (int i = 0; i < count; i++) {
                happen();
            }
        }

        private void goOn() {
            if (!over && random.nextInt(pace) == 0) {
                happen();
            }
        }

        private void happen() {
            boolean anew = things == 0 || !grows || random.nextBoolean();
            console.skipIds(random.nextInt(8) == 0 ? random.nextInt(3) : 0);
            console.put("inc-" + (anew ? things++ : random.nextInt(things)), late());
        }

        private long late() {
            return !punctual && random.nextInt(4) == 0
                    ? random.nextLong(Duration.ofSeconds(590).toNanos())
                    : 0;
        }

        private void end() {
            over = true;
        }
    }

    /// The way to the console, which fails now and then.
    private record Trouble(FakeConsole console, Life life, Random random) implements Outbound {

        @Override
        public Answer get(URI uri, java.util.Map<String, String> headers) throws IOException {
            life.goOn();
            if (life.over) {
                return console.answer(uri);
            }
            return switch (random.nextInt(60)) {
                case 0 -> throw new IOException("connection refused");
                case 1 -> throw new InterruptedIOException("silent for 30 s");
                case 2 -> ScriptedOutbound.json(500, "{}");
                case 3 -> {
                    Answer answer = console.answer(uri);
                    yield new Answer(200, answer.headers(), new CutBody(answer.body(), random.nextInt(300)));
                }
                case 4 -> {
                    console.refuseGivenCursors();
                    yield console.answer(uri);
                }
                default -> console.answer(uri);
            };
        }
    }
}
