// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A backup in one file. Its list of entries comes last, so that a cut one cannot be opened.
final class ZipTarget implements Target {

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final FileChannel channel;
    private final OutputStream buffered;
    private final ZipOutputStream zip;
    private boolean finished;

    private ZipTarget(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
        this.buffered = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
        this.zip = new ZipOutputStream(buffered);
        zip.setLevel(Deflater.BEST_SPEED);
    }

    static Target at(Path file) throws IOException {
        if (Files.exists(file)) {
            throw new BackupException(file + " is there already: name a new file");
        }
        OwnerOnly.folder(OwnerOnly.above(file));
        return new ZipTarget(file, OwnerOnly.create(file));
    }

    @Override
    public void file(String path, Content content) throws IOException {
        zip.putNextEntry(new ZipEntry(path));
        content.writeTo(zip);
        zip.closeEntry();
    }

    @Override
    public void finish(byte[] manifest) throws IOException {
        file(Manifest.NAME, out -> out.write(manifest));
        zip.finish();
        buffered.flush();
        channel.force(true);
        OwnerOnly.sync(OwnerOnly.above(file));
        finished = true;
    }

    @Override
    public void close() throws IOException {
        channel.close();
        if (!finished) {
            Files.deleteIfExists(file);
        }
    }
}
