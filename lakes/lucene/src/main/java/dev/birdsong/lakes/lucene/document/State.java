// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.document;

import dev.birdsong.spi.record.Document;
import dev.birdsong.spi.record.LakeRecord;
import dev.birdsong.spi.record.Version;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.OutputStreamDataOutput;
import org.apache.lucene.util.BytesRef;

/// What the lake knows of a record that it holds.
///
/// @param revision how often the record was replaced
/// @param lists an object that has the lists which a later state would be united with
public record State(Version version, String fingerprint, long revision, Document lists) {

    /// An object without lists.
    public static final Document NO_LISTS = Document.of("{}");

    /// Whether a record brings nothing new.
    public boolean covers(LakeRecord record) {
        return fingerprint.equals(record.fingerprint()) || record.version().compareTo(version) < 0;
    }

    /// Version and fingerprint as bytes.
    static BytesRef encoded(Version version, String fingerprint) {
        var bytes = new ByteArrayOutputStream();
        try {
            var out = new OutputStreamDataOutput(bytes);
            out.writeZLong(version.epoch());
            out.writeZLong(version.sequence());
            bytes.write(fingerprint.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("memory can always be written", e);
        }
        return new BytesRef(bytes.toByteArray());
    }

    /// The state whose version and fingerprint these bytes are.
    public static State decoded(BytesRef bytes, long revision, Document lists) throws IOException {
        var in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
        var version = new Version(in.readZLong(), in.readZLong());
        int rest = bytes.offset + bytes.length - in.getPosition();
        return new State(
                version, new String(bytes.bytes, in.getPosition(), rest, StandardCharsets.UTF_8), revision, lists);
    }
}
