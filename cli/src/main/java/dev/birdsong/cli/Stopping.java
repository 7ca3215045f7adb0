// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import java.util.concurrent.CountDownLatch;
import java.util.function.IntSupplier;

/// Ends a command in good order when the process is told to end: its thread is interrupted, and given the time to
/// write what it has.
final class Stopping {

    private Stopping() {}

    static int runs(IntSupplier command) {
        Thread main = Thread.currentThread();
        var ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> stop(main, ended)));
        try {
            return command.getAsInt();
        } finally {
            ended.countDown();
        }
    }

    private static void stop(Thread main, CountDownLatch ended) {
        if (ended.getCount() > 0) {
            main.interrupt();
            awaitIgnoringInterrupts(ended);
        }
    }

    private static void awaitIgnoringInterrupts(CountDownLatch ended) {
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
