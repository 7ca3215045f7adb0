// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.store;

import dev.birdsong.spi.lake.LakeException;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.store.LockObtainFailedException;

/// Why a lake does not open, in one line.
final class Failures {

    private Failures() {}

    static LakeException opening(Path folder, IOException e) {
        String lake = "the lake in " + folder;
        return switch (e) {
            case IndexFormatTooNewException _ ->
                new LakeException(
                        lake + " was written by a newer version of birdsong: use that version, or another folder", e);
            case IndexFormatTooOldException _ ->
                new LakeException(
                        lake + " was written by a version that is too old for this one: collect into another folder",
                        e);
            case LockObtainFailedException _ ->
                new LakeException(lake + " is in use by another process: stop that one, or use another folder", e);
            case CorruptIndexException _ ->
                new LakeException(lake + " is damaged: restore it, or collect into another folder", e);
            default -> new LakeException("cannot open " + lake + ": " + LakeFolder.reason(e), e);
        };
    }
}
