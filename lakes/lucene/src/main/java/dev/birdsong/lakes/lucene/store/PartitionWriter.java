// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.store;

import dev.birdsong.lakes.lucene.document.Layout;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;

/// One partition that is open for writing, with the ids that it may hold.
final class PartitionWriter {

    /// In a commit: no record in it was written later.
    static final String WRITTEN_UNTIL = "written_until";

    private static final double MEGABYTE = 1 << 20;

    private final String name;
    private final IndexWriter writer;
    private final List<KnownIds> known;
    private final AtomicInteger users = new AtomicInteger();

    /// @param known the ids that the partition may hold, one set for each writing thread
    PartitionWriter(String name, Directory directory, long memory, List<KnownIds> known) throws IOException {
        this.name = name;
        this.known = known;
        var config = new IndexWriterConfig();
        config.setIndexSort(Layout.indexSort());
        config.setRAMBufferSizeMB(memory / MEGABYTE);
        // the default waits half a second for merges in every commit
        config.setMaxFullFlushMergeWaitMillis(0);
        config.setMergeScheduler(new QuietMerges());
        config.setCommitOnClose(false);
        this.writer = new IndexWriter(directory, config);
    }

    String name() {
        return name;
    }

    KnownIds known(int thread) {
        return known.get(thread);
    }

    void add(List<IndexableField> document) throws IOException {
        writer.addDocument(document);
    }

    void replace(String id, List<IndexableField> document) throws IOException {
        writer.updateDocument(new Term(Layout.ID, id), document);
    }

    /// Makes all that was added durable.
    ///
    /// @return whether there was anything
    boolean commit(long writtenUntil) throws IOException {
        if (!writer.hasUncommittedChanges()) {
            return false;
        }
        writer.setLiveCommitData(
                Map.of(WRITTEN_UNTIL, Long.toString(writtenUntil)).entrySet());
        writer.commit();
        return true;
    }

    boolean isChanged() {
        return writer.hasUncommittedChanges();
    }

    long memory() {
        return writer.ramBytesUsed();
    }

    void writeSegment() throws IOException {
        writer.flushNextBuffer();
    }

    /// Forgets all that was not committed.
    void rollback() throws IOException {
        try {
            writer.rollback();
        } catch (AlreadyClosedException _) {
            // a writer that met an error has already done so
        }
    }

    void use() {
        users.incrementAndGet();
    }

    void leave() {
        users.decrementAndGet();
    }

    boolean isInUse() {
        return users.get() > 0;
    }

    /// Merges in the background. What goes wrong there closes the writer, and the next put or commit reports it.
    private static final class QuietMerges extends ConcurrentMergeScheduler {

        @Override
        protected void handleMergeException(Throwable cause) {}
    }
}
