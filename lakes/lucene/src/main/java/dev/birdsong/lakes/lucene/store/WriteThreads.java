// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.store;

import dev.birdsong.spi.lake.PutResult;
import dev.birdsong.spi.record.LakeRecord;
import dev.birdsong.spi.record.RecordKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/// The platform threads that write. Each id belongs to one of them, and so do, mostly, records that belong together:
/// what they have in common is then a term of one new segment and not of all.
final class WriteThreads implements AutoCloseable {

    private static final long WAITING_BYTES = 16L << 20;
    private static final int PART_RECORDS = 100;
    private static final long PART_BYTES = 256L << 10;
    private static final long TOGETHER_MILLIS = 15_000;

    private final Epochs epochs;
    private final CommitLoop commits;
    private final WaitingBytes waiting = new WaitingBytes(WAITING_BYTES);
    private final List<BlockingQueue<Part>> queues = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    WriteThreads(int count, Epochs epochs, CommitLoop commits, IntFunction<RecordWriting> writing) {
        this.epochs = epochs;
        this.commits = commits;
        for (int i = 0; i < count; i++) {
            BlockingQueue<Part> queue = new LinkedBlockingQueue<>();
            RecordWriting own = writing.apply(i);
            queues.add(queue);
            threads.add(Thread.ofPlatform().name("lake-write-" + i).daemon().start(() -> run(queue, own)));
        }
    }

    /// Which of so many threads a record belongs to: in Syslog by its time, which never changes for an id, in Assets
    /// by its id.
    static int of(RecordKey key, int threads) {
        long spread = switch (key.index()) {
            case SYSLOG -> KnownIds.spread(key.timestamp() / TOGETHER_MILLIS);
            case ASSETS -> KnownIds.hash(key.id());
        };
        return (int) ((spread >>> Integer.SIZE) % threads);
    }

    /// Hands records over to the threads; waits for room.
    void hand(Put put, List<LakeRecord> records) throws InterruptedException {
        List<Bundle> bundles = queues.stream().map(Bundle::new).toList();
        for (LakeRecord record : records) {
            Bundle bundle = bundles.get(of(record.key(), queues.size()));
            bundle.add(record);
            if (bundle.isFull()) {
                send(put, bundle);
            }
        }
        for (Bundle bundle : bundles) {
            if (!bundle.records.isEmpty()) {
                send(put, bundle);
            }
        }
    }

    private void send(Put put, Bundle bundle) throws InterruptedException {
        waiting.take(bundle.bytes);
        put.addPart();
        bundle.queue.add(new Part(put, bundle.records, bundle.bytes));
        bundle.records = new ArrayList<>();
        bundle.bytes = 0;
    }

    private void run(BlockingQueue<Part> queue, RecordWriting writing) {
        try {
            for (Part part = queue.take(); !part.isStop(); part = queue.take()) {
                write(part, writing);
                waiting.give(part.bytes());
            }
        } catch (InterruptedException _) {
            // nobody interrupts these threads but to end them
        }
    }

    private void write(Part part, RecordWriting writing) throws InterruptedException {
        epochs.writing().lock();
        try {
            commits.ended(part.put(), counted(part, writing));
        } finally {
            epochs.writing().unlock();
        }
    }

    private PutResult counted(Part part, RecordWriting writing) throws InterruptedException {
        if (part.put().hasFailed() || part.put().startedAfter() != epochs.failures()) {
            return PutResult.NONE;
        }
        // a task keeps whatever goes wrong, and the thread goes on
        var task = new FutureTask<PutResult>(() -> writing.write(part.records()));
        task.run();
        try {
            return task.get();
        } catch (ExecutionException e) {
            commits.failed(part.put(), Optional.ofNullable(e.getCause()).orElse(e));
            return PutResult.NONE;
        }
    }

    /// Ends the threads once they have written what waits.
    @Override
    public void close() {
        queues.forEach(queue -> queue.add(Part.STOP));
        for (Thread thread : threads) {
            try {
                thread.join(TimeUnit.MINUTES.toMillis(1));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static final class Bundle {

        private final BlockingQueue<Part> queue;
        private List<LakeRecord> records = new ArrayList<>();
        private long bytes;

        Bundle(BlockingQueue<Part> queue) {
            this.queue = queue;
        }

        void add(LakeRecord record) {
            records.add(record);
            bytes += record.document().length();
        }

        boolean isFull() {
            return records.size() >= PART_RECORDS || bytes >= PART_BYTES;
        }
    }
}
