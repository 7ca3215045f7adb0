// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.FilterIndexOutput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;

/// A disk on which there is room for so many bytes more; removing files makes none.
final class SmallDisk {

    private final AtomicLong room;

    SmallDisk(long bytes) {
        this.room = new AtomicLong(bytes);
    }

    Directory open(Path partition) throws IOException {
        return new Small(FSDirectory.open(partition));
    }

    /// There is room again.
    void clear() {
        room.set(Long.MAX_VALUE);
    }

    private void take(long bytes) throws IOException {
        if (room.addAndGet(-bytes) < 0) {
            room.updateAndGet(left -> Math.min(left, 0));
            throw new IOException("No space left on device");
        }
    }

    private final class Small extends FilterDirectory {

        Small(Directory in) {
            super(in);
        }

        @Override
        public void sync(Collection<String> names) {}

        @Override
        public IndexOutput createOutput(String name, IOContext context) throws IOException {
            take(1);
            return new Output(in.createOutput(name, context));
        }

        @Override
        public IndexOutput createTempOutput(String prefix, String suffix, IOContext context) throws IOException {
            take(1);
            return new Output(in.createTempOutput(prefix, suffix, context));
        }
    }

    private final class Output extends FilterIndexOutput {

        Output(IndexOutput out) {
            super("on a small disk", out.getName(), out);
        }

        @Override
        public void writeByte(byte b) throws IOException {
            take(1);
            super.writeByte(b);
        }

        @Override
        public void writeBytes(byte[] b, int offset, int length) throws IOException {
            take(length);
            super.writeBytes(b, offset, length);
        }
    }
}
