// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.store;

import java.time.Clock;
import java.time.Duration;
import org.apache.lucene.store.FSDirectory;

/// How a lake is written.
///
/// @param clock gives `write_time`, and says which timestamps lie ahead
/// @param commitEvery how often a commit starts while records keep coming
/// @param threads how many threads write
/// @param memory bytes that all partitions together keep before they are written to segments
/// @param openPartitions how many partitions are kept open for writing, about
/// @param directories where partitions are kept
/// @param listener hears of commits
public record StoreSettings(
        Clock clock,
        Duration commitEvery,
        int threads,
        long memory,
        int openPartitions,
        DirectorySource directories,
        CommitListener listener) {

    private static final long MOST_MEMORY = 64L << 20;
    private static final int OPEN_PARTITIONS = 16;

    /// What fits this machine: a thread per core, and an eighth of the heap or 64 MB.
    public static StoreSettings standard(Clock clock) {
        Runtime machine = Runtime.getRuntime();
        return new StoreSettings(
                clock,
                Duration.ofSeconds(1),
                machine.availableProcessors(),
                Math.min(MOST_MEMORY, machine.maxMemory() / 8),
                OPEN_PARTITIONS,
                FSDirectory::open,
                CommitListener.NONE);
    }

    /// The same, committing so often.
    public StoreSettings withCommitEvery(Duration interval) {
        return new StoreSettings(clock, interval, threads, memory, openPartitions, directories, listener);
    }

    /// The same, with so many partitions open.
    public StoreSettings withOpenPartitions(int count) {
        return new StoreSettings(clock, commitEvery, threads, memory, count, directories, listener);
    }

    /// The same, kept elsewhere.
    public StoreSettings withDirectories(DirectorySource source) {
        return new StoreSettings(clock, commitEvery, threads, memory, openPartitions, source, listener);
    }

    /// The same, telling this one of commits.
    public StoreSettings withListener(CommitListener told) {
        return new StoreSettings(clock, commitEvery, threads, memory, openPartitions, directories, told);
    }
}
