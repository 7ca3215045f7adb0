// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.backup;

import dev.birdsong.state.StateCopy;
import dev.birdsong.state.sql.StateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// A copy of the state in a temporary file, and the keys that open it.
///
/// @param copy nothing where the state is elsewhere
/// @param key the content of the key file, where it is wanted
record CopiedState(Optional<StateCopy> copy, Optional<byte[]> key) implements AutoCloseable {

    private static final int TRIES = 10;

    /// Copies neither but the keys.
    static CopiedState elsewhere(Optional<Path> keyFile) {
        return new CopiedState(Optional.empty(), keyFile.map(CopiedState::read));
    }

    /// Copies them.
    ///
    /// @param beside a folder for the temporary file
    static CopiedState of(Path database, Optional<Path> keyFile, Path beside) throws IOException {
        for (int i = 0; i < TRIES; i++) {
            Optional<byte[]> before = keyFile.map(CopiedState::read);
            StateCopy copy = copy(database, keyFile, beside);
            // a rotation of the keys in between may have sealed a part by keys that came later
            if (before.isEmpty() || Arrays.equals(before.get(), read(keyFile.orElseThrow()))) {
                return new CopiedState(Optional.of(copy), before);
            }
            Files.delete(copy.database().file());
        }
        throw new BackupException("the keys are being rotated: back up again when that is done");
    }

    private static byte[] read(Path keyFile) {
        try {
            return Files.readAllBytes(keyFile);
        } catch (IOException e) {
            throw new BackupException(
                    "cannot read the key file " + keyFile + ": " + Reasons.of(e)
                            + "; put it back, or back up without --with-key",
                    e);
        }
    }

    private static StateCopy copy(Path database, Optional<Path> keyFile, Path beside) throws IOException {
        Path file = Files.createTempFile(beside, ".birdsong-", ".state");
        try {
            StateCopy copy = StateCopy.of(database, file);
            keyFile.ifPresent(copy::checkKey);
            return copy;
        } catch (StateException e) {
            Files.delete(file);
            throw e;
        }
    }

    Manifest.State state() {
        return copy.map(file -> Manifest.State.sqlite(file.database().step())).orElse(Manifest.State.ELSEWHERE);
    }

    void writeTo(Written written) throws IOException {
        if (copy.isPresent()) {
            Path file = copy.get().database().file();
            written.file(KeptFile.STATE, out -> Files.copy(file, out));
        }
        if (key.isPresent()) {
            written.file(KeptFile.KEY, out -> out.write(key.get()));
        }
    }

    @Override
    public void close() throws IOException {
        if (copy.isPresent()) {
            Files.deleteIfExists(copy.get().database().file());
        }
    }
}
