// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

import dev.birdsong.connectors.thinkstcanary.answers.PageReader;
import dev.birdsong.spi.connector.Advice;
import dev.birdsong.spi.connector.CollectException;
import dev.birdsong.spi.connector.Connection;
import dev.birdsong.spi.connector.TestStep.Result;
import dev.birdsong.spi.outbound.Answer;
import dev.birdsong.spi.outbound.Reached;
import dev.birdsong.spi.outbound.Reached.Certificate;
import dev.birdsong.spi.outbound.Reached.Tls;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/// The steps by which a console is tested: whether it is reached, what it proves, what it lets be read.
final class ConnectionCheck {

    static final String NAME = "Host name";
    static final String CONNECTION = "Connection";
    static final String TLS = "TLS";
    static final String PING = "Ping";
    static final String CLOCK = "Clock";
    static final String LATENCY = "Latency";
    static final String KEY = "Rights of the key";

    private static final String KEYS_PATH = "/api/v1/auth_token/list";
    private static final Duration SOON = Duration.ofDays(14);
    private static final Duration CLOCKS_APART = Duration.ofMinutes(1);
    private static final Duration SLOW = Duration.ofSeconds(5);

    private final Connection connection;
    private final Console console;
    private final List<ReadStep> readables;
    private final PageReader anyReader;
    private final TestSteps steps;

    /// A content type and how it is read.
    record ReadStep(String label, Feed feed, PageReader reader) {

        String path() {
            return feed == Feed.DEVICES ? feed.all() : feed.one(0);
        }
    }

    ConnectionCheck(Connection connection, List<ReadStep> readables, PageReader anyReader, TestSteps steps) {
        this.connection = connection;
        this.console = new Console(connection);
        this.readables = readables;
        this.anyReader = anyReader;
        this.steps = steps;
    }

    static List<String> names(List<ReadStep> readables) {
        List<String> names = new ArrayList<>(List.of(NAME, CONNECTION, TLS, PING));
        readables.forEach(readable -> names.add(readable.label()));
        names.addAll(List.of(CLOCK, LATENCY, KEY));
        return names;
    }

    /// @throws CollectException if the step that comes next fails
    void run() throws InterruptedException {
        Answer pong = ping();
        for (ReadStep readable : readables) {
            read(readable);
        }
        clock(pong);
        latency();
        key();
    }

    private Answer ping() throws InterruptedException {
        AtomicReference<Answer> met = new AtomicReference<>();
        try {
            whole(console.ask(ConsolePing.PATH, anyReader, Discarding.SINK, answer -> {
                reached(answer.reached());
                met.set(answer);
            }));
        } catch (CollectException failure) {
            steps.passTo(place(failure.advice()));
            throw failure;
        }
        steps.next(Result.PASSED, "the console answers and accepts the auth token");
        return met.get();
    }

    /// Which step a failure belongs to that came before any answer.
    private static String place(Advice advice) {
        return switch (advice) {
            case NAME_NOT_FOUND, HOST_NOT_ALLOWED -> NAME;
            case NOT_CONNECTED -> CONNECTION;
            case TLS_REFUSED -> TLS;
            default -> PING;
        };
    }

    private void reached(Reached reached) {
        String address = reached.address().isEmpty() ? "" : connection.host() + " is reached at " + reached.address();
        steps.next(Result.PASSED, address);
        steps.next(Result.PASSED, "");
        reached.tls()
                .ifPresentOrElse(
                        this::tls,
                        () -> steps.next(Result.SKIPPED, "no TLS: a simulator on this machine, or it is not known"));
    }

    private void tls(Tls tls) {
        if (tls.chain().isEmpty()) {
            steps.next(Result.PASSED, tls.protocol());
            return;
        }
        Certificate own = tls.chain().getFirst();
        Duration left = Duration.between(now(), own.expires());
        String issuers = String.join(
                " <- ", tls.chain().stream().map(Certificate::issuer).toList());
        steps.next(
                left.compareTo(SOON) < 0 ? Result.WARNED : Result.PASSED,
                tls.protocol() + ", certificate of " + own.subject() + ", issued by " + issuers + ", expires "
                        + LocalDate.ofInstant(own.expires(), ZoneOffset.UTC) + ", in " + left.toDays() + " days");
    }

    private void read(ReadStep readable) throws InterruptedException {
        Counting sink = new Counting();
        whole(console.ask(readable.path(), readable.reader(), sink));
        if (sink.unreadable() > 0) {
            steps.next(
                    Result.WARNED, "readable, but " + sink.unreadable() + " of its records are not; they will be kept");
        } else {
            steps.next(Result.PASSED, sink.records() == 0 ? "readable, and empty so far" : "readable");
        }
    }

    private void whole(Reading reading) {
        switch (reading) {
            case Reading.Whole _ -> {}
            case Reading.Broken _ -> throw console.unreadable("sends an answer that stops being JSON in the middle");
            case Reading.Cut cut -> throw console.cut(cut);
        }
    }

    private void clock(Answer pong) {
        AnswerDate.of(pong)
                .ifPresentOrElse(
                        this::compare, () -> steps.next(Result.SKIPPED, "the console does not say what time it is"));
    }

    private void compare(Instant theirs) {
        Duration apart = Duration.between(theirs, now()).abs();
        if (apart.compareTo(CLOCKS_APART) > 0) {
            steps.next(
                    Result.WARNED,
                    "the clocks of the console and of this machine are " + apart.toSeconds()
                            + " s apart; nothing is lost by it, but times cannot be compared");
        } else {
            steps.next(Result.PASSED, apart.toSeconds() + " s apart");
        }
    }

    private void latency() throws InterruptedException {
        long before = connection.time().monotonic().nanos();
        whole(console.ask(ConsolePing.PATH, anyReader, Discarding.SINK));
        Duration took = Duration.ofNanos(connection.time().monotonic().nanos() - before);
        steps.next(took.compareTo(SLOW) > 0 ? Result.WARNED : Result.PASSED, took.toMillis() + " ms");
    }

    /// Only a key that may manage keys can list them. What it lists is read over and let go.
    private void key() throws InterruptedException {
        try {
            if (console.ask(KEYS_PATH, anyReader, Discarding.SINK) instanceof Reading.Whole) {
                steps.next(
                        Result.WARNED,
                        "the key may manage the console's API keys; a Read-Only key is enough to collect everything");
            } else {
                steps.next(Result.SKIPPED, "could not be told");
            }
        } catch (CollectException.Unauthorized | CollectException.Forbidden | CollectException.Refused refused) {
            steps.next(Result.PASSED, "the key may not manage the console's API keys");
        } catch (CollectException other) {
            steps.next(Result.SKIPPED, "could not be told");
        }
    }

    private Instant now() {
        return connection.time().wall().instant();
    }
}
