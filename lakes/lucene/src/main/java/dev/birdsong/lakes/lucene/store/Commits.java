// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.store;

import dev.birdsong.spi.lake.LakeException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a commit does: makes durable what was written, shows it to readers, and tells those who wait. When it
/// fails, everything that was not durable is forgotten, those who wait are told, and the lake goes on from its last
/// commits. Used by one thread.
final class Commits {

    private static final Logger LOG = LoggerFactory.getLogger(Commits.class);

    private final Path folder;
    private final Epochs epochs;
    private final PartitionWriters writers;
    private final Views views;
    private final WriteTimes times;
    private final CommitListener listener;
    private final Set<String> unpublished = new HashSet<>();

    Commits(
            Path folder,
            Epochs epochs,
            PartitionWriters writers,
            Views views,
            WriteTimes times,
            CommitListener listener) {
        this.folder = folder;
        this.epochs = epochs;
        this.writers = writers;
        this.views = views;
        this.times = times;
        this.listener = listener;
    }

    /// Commits all that is written.
    void commit(Supplier<List<Put>> written) {
        List<Put> puts = new ArrayList<>();
        int commit = begin(written, puts);
        Optional<Throwable> failure = Attempt.of(() -> {
            long began = System.nanoTime();
            unpublished.addAll(writers.commit());
            listener.committed(since(began));
            publish();
            return commit;
        });
        if (failure.isPresent()) {
            puts.forEach(put -> put.fail(reason(failure.get())));
            recover(failure.get(), written);
        } else {
            epochs.publish(commit);
        }
        puts.forEach(this::finish);
    }

    private int begin(Supplier<List<Put>> written, List<Put> puts) {
        epochs.alone().lock();
        try {
            puts.addAll(written.get());
            times.advance();
            return epochs.begin();
        } finally {
            epochs.alone().unlock();
        }
    }

    private void finish(Put put) {
        if (put.startedAfter() != epochs.failures()) {
            epochs.failure().ifPresent(put::fail);
        }
        put.finish();
    }

    /// Something is put after a pause: that is written now, and not at the time of the last commit.
    void endPause() {
        times.catchUp();
    }

    /// Forgets what was not committed and goes on from there.
    void recover(Throwable cause, Supplier<List<Put>> written) {
        List<Put> lost = new ArrayList<>();
        epochs.alone().lock();
        try {
            lost.addAll(written.get());
            epochs.fail(reason(cause));
            lost.forEach(put -> put.fail(reason(cause)));
            writers.rollback();
            times.advance();
            republish();
        } catch (IOException e) {
            LOG.atWarn().setCause(e).addKeyValue("lake", folder).log("cannot go on from the last commit");
        } finally {
            epochs.alone().unlock();
        }
        lost.forEach(Put::finish);
    }

    private void republish() throws IOException {
        unpublished.addAll(writers.takeCommitted());
        publish();
        epochs.recover();
    }

    private void publish() throws IOException {
        long began = System.nanoTime();
        views.publish(unpublished, Set.of());
        unpublished.clear();
        listener.refreshed(since(began));
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    /// For people.
    LakeException reason(Throwable cause) {
        // a writer that was closed by what went wrong first is what the others meet
        Throwable told = cause instanceof IllegalStateException && cause.getCause() != null ? cause.getCause() : cause;
        String why = told instanceof IOException e ? LakeFolder.reason(e) : told.toString();
        return new LakeException("cannot write to the lake in " + folder + ": " + why, cause);
    }
}
