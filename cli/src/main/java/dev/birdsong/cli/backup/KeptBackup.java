// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipException;

/// A backup that was made earlier, open for reading. What it hands over is what was written, byte for byte, or a
/// failure.
record KeptBackup(Path path, Source source, Manifest manifest) implements AutoCloseable {

    /// Opens it.
    ///
    /// @throws BackupException if there is none, it was cut, or a newer version made it
    static KeptBackup open(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new BackupException("there is no backup " + path);
        }
        try {
            Source source = Source.at(path);
            return new KeptBackup(path, source, manifest(path, source));
        } catch (ZipException e) {
            throw cut(path, e);
        }
    }

    private static Manifest manifest(Path path, Source source) throws IOException {
        try (InputStream in = source.open(Manifest.NAME)) {
            return Manifest.of(in.readAllBytes(), path);
        } catch (NoSuchFileException e) {
            source.close();
            throw cut(path, e);
        } catch (BackupException e) {
            source.close();
            throw e;
        }
    }

    private static BackupException cut(Path path, Exception cause) {
        return new BackupException(
                path + " is not a whole backup: it was cut before its end, or is none at all; use another one", cause);
    }

    /// Reads a file to its end.
    ///
    /// @throws BackupException if it is not what was written
    void copy(KeptFile file, OutputStream to) throws IOException {
        Summed out = new Summed(to);
        read(file, out);
        if (!out.end(file.path()).equals(file)) {
            throw damaged(file, "is not what was written");
        }
    }

    private void read(KeptFile file, Summed out) throws IOException {
        try (InputStream in = source.open(file.path())) {
            byte[] buffer = new byte[1 << 16];
            for (int some = read(file, in, buffer); some >= 0; some = read(file, in, buffer)) {
                out.write(buffer, 0, some);
            }
        } catch (NoSuchFileException _) {
            throw damaged(file, "is not there");
        }
    }

    /// What cannot be read is the backup's fault, what cannot be written is not.
    private int read(KeptFile file, InputStream in, byte[] buffer) throws ClosedByInterruptException {
        try {
            return in.read(buffer);
        } catch (ClosedByInterruptException stopped) {
            throw stopped;
        } catch (IOException e) {
            throw new BackupException(damage(file, "cannot be read"), e);
        }
    }

    private BackupException damaged(KeptFile file, String how) {
        return new BackupException(damage(file, how));
    }

    private String damage(KeptFile file, String how) {
        return "the backup " + path + " is damaged: " + file.path() + " " + how + "; use another one";
    }

    /// Reads all of it.
    ///
    /// @throws BackupException if something is not what was written
    void check() throws IOException {
        for (KeptFile file : manifest.files()) {
            copy(file, OutputStream.nullOutputStream());
        }
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
