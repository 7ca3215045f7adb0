// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.store;

import dev.birdsong.lakes.lucene.document.Layout;
import dev.birdsong.spi.lake.DropListener;
import dev.birdsong.spi.lake.Retention;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PointValues;

/// Drops partitions whose month and newest `write_time` are both older than their lifetime. One without a month has
/// only the latter. Runs between two commits, while nobody writes.
record Expiry(Retention retention, long now, DropListener listener, Parts parts) {

    /// What has to let go of a partition.
    record Parts(LakeFolder folder, Directories directories, Views views, PartitionWriters writers, Epochs epochs) {}

    /// Drops what is too old.
    ///
    /// @param view the newest; is closed here
    List<String> drop(View view) throws IOException {
        parts.epochs().alone().lock();
        try (view) {
            List<String> dropped = new ArrayList<>();
            for (String name : view.partitions()) {
                DirectoryReader reader = view.reader(name).orElseThrow();
                if (isTooOld(name, reader) && !parts.writers().isChanged(name)) {
                    listener.dropping(
                            new DropListener.Drop(name, PartitionNames.month(name), SubjectCounts.of(reader)));
                    drop(name);
                    dropped.add(name);
                }
            }
            return dropped.stream().sorted().toList();
        } finally {
            parts.epochs().alone().unlock();
        }
    }

    private boolean isTooOld(String name, DirectoryReader reader) throws IOException {
        Optional<Long> limit = switch (PartitionNames.index(name)) {
            case SYSLOG -> retention.syslog().limit(now);
            case ASSETS -> retention.assets().limit(now);
        };
        return limit.isPresent()
                && PartitionNames.end(name).map(end -> end <= limit.get()).orElse(true)
                && newestWriteTime(reader) < limit.get();
    }

    private static long newestWriteTime(DirectoryReader reader) throws IOException {
        long newest = Long.MIN_VALUE;
        for (LeafReaderContext leaf : reader.leaves()) {
            PointValues times = leaf.reader().getPointValues(Layout.WRITE_TIME_COLUMN);
            if (times != null) {
                newest = Math.max(newest, LongPoint.decodeDimension(times.getMaxPackedValue(), 0));
            }
        }
        return newest;
    }

    private void drop(String name) throws IOException {
        parts.writers().forget(name);
        parts.views().publish(Set.of(), Set.of(name));
        parts.directories().forget(name);
        parts.folder().drop(name);
    }
}
