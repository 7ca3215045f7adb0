// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.store;

import dev.birdsong.spi.lake.Acknowledgement;
import dev.birdsong.spi.lake.DropListener;
import dev.birdsong.spi.lake.LakeException;
import dev.birdsong.spi.lake.PutResult;
import dev.birdsong.spi.lake.Retention;
import dev.birdsong.spi.record.LakeRecord;
import dev.birdsong.spi.record.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.SegmentInfos;

/// The partitions of one folder, open for writing.
public final class RecordStore implements AutoCloseable {

    private final Epochs epochs = new Epochs();
    private final LakeFolder folder;
    private final Directories directories;
    private final Views views;
    private final PartitionWriters writers;
    private final CommitLoop commits;
    private final Thread committing;
    private final WriteThreads threads;

    private RecordStore(LakeFolder folder, Schema schema, StoreSettings settings) throws IOException {
        this.folder = folder;
        this.directories = new Directories(folder.path(), settings.directories());
        this.views = new Views(directories);
        List<String> existing = folder.partitions();
        var times = new WriteTimes(settings.clock(), writtenUntil(existing));
        views.publish(existing, Set.of());
        this.writers = new PartitionWriters(settings, directories, times, existing);
        var names = new PartitionNames(settings.clock());
        this.commits = new CommitLoop(
                epochs,
                new Commits(folder.path(), epochs, writers, views, times, settings.listener()),
                settings.commitEvery());
        this.committing = Thread.ofPlatform().name("lake-commit").daemon().start((Runnable) commits);
        var shared = new RecordWriting.Shared(epochs, names, writers, views, times);
        this.threads = new WriteThreads(
                settings.threads(), epochs, commits, thread -> new RecordWriting(thread, shared, schema));
    }

    /// Opens the lake in a folder, and makes one where there is none.
    ///
    /// @throws LakeException if the folder cannot be used, is in use, or is of a newer version
    public static RecordStore open(Path path, Schema schema, StoreSettings settings) {
        LakeFolder folder = LakeFolder.open(path);
        try {
            return new RecordStore(folder, schema, settings);
        } catch (IOException e) {
            throw Failures.opening(path, e);
        }
    }

    /// Hands records over.
    public Acknowledgement put(List<LakeRecord> records) throws InterruptedException {
        Put put = commits.begin();
        try {
            threads.hand(put, records);
        } finally {
            commits.ended(put, PutResult.NONE);
        }
        return put;
    }

    /// Drops the partitions that are older than their lifetime.
    ///
    /// @return their names
    public List<String> expire(Retention retention, long now, DropListener listener) {
        var expiry = new FutureTask<>(() -> expiry(retention, now, listener).drop(views.hold()));
        commits.run(expiry);
        try {
            return expiry.get();
        } catch (ExecutionException e) {
            throw new LakeException("cannot drop what is too old from the lake in " + folder.path(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LakeException("dropping what is too old was interrupted", e);
        }
    }

    private Expiry expiry(Retention retention, long now, DropListener listener) {
        return new Expiry(retention, now, listener, new Expiry.Parts(folder, directories, views, writers, epochs));
    }

    /// What readers see now, held for the caller.
    public View hold() {
        return views.hold();
    }

    @Override
    public void close() {
        threads.close();
        commits.close();
        try {
            committing.join(TimeUnit.MINUTES.toMillis(1));
            writers.rollback();
            views.close();
            directories.close();
            folder.close();
        } catch (IOException e) {
            throw new LakeException("cannot close the lake in " + folder.path() + ": " + LakeFolder.reason(e), e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private long writtenUntil(List<String> partitions) throws IOException {
        long latest = 0;
        for (String name : partitions) {
            latest = Math.max(latest, writtenUntil(name));
        }
        return latest;
    }

    private long writtenUntil(String partition) throws IOException {
        if (!DirectoryReader.indexExists(directories.directory(partition))) {
            return 0;
        }
        return Long.parseLong(SegmentInfos.readLatestCommit(directories.directory(partition))
                .getUserData()
                .getOrDefault(PartitionWriter.WRITTEN_UNTIL, "0"));
    }
}
