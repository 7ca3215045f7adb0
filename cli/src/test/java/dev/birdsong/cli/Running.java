// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A command that runs in this process until it is stopped.
final class Running implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final StringWriter err = new StringWriter();
    private final Said out = new Said();
    private final CompletableFuture<Integer> status = new CompletableFuture<>();
    private final Thread thread;

    /// What was said so far, for those who wait for more.
    private static final class Said extends Writer {

        private final StringBuilder text = new StringBuilder();

        @Override
        public synchronized void write(char[] characters, int offset, int length) {
            text.append(characters, offset, length);
            notifyAll();
        }

        synchronized String await(Pattern pattern, Thread speaker) throws InterruptedException {
            long end = System.nanoTime() + PATIENCE.toNanos();
            Matcher matcher = pattern.matcher(text);
            while (!matcher.find()) {
                if (System.nanoTime() > end || !speaker.isAlive()) {
                    throw new AssertionError("never said '" + pattern + "': " + text);
                }
                wait(100);
                matcher = pattern.matcher(text.toString());
            }
            return matcher.group(1);
        }

        synchronized String text() {
            return text.toString();
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private Running(String... arguments) {
        this.thread = Thread.ofPlatform()
                .start(() -> status.complete(Main.commandLine()
                        .setOut(new PrintWriter(out, true))
                        .setErr(new PrintWriter(err, true))
                        .execute(arguments)));
    }

    static Running command(String... arguments) {
        return new Running(arguments);
    }

    /// Waits until it has said this; the first group of it.
    String said(String pattern) throws InterruptedException {
        return out.await(Pattern.compile(pattern), thread);
    }

    /// Stops it as Ctrl-C does; what it said, and how it ended.
    Ran stop() throws InterruptedException {
        thread.interrupt();
        return end();
    }

    /// Waits for its own end.
    Ran end() throws InterruptedException {
        thread.join(PATIENCE);
        return new Ran(status.join(), out.text(), err.toString());
    }

    @Override
    public void close() {
        thread.interrupt();
        status.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }
}
