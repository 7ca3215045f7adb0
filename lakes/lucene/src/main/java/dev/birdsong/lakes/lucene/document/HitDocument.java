// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.document;

import dev.birdsong.spi.record.Document;
import java.nio.charset.StandardCharsets;
import org.apache.lucene.util.BytesRef;
import tools.jackson.core.io.JsonStringEncoder;

/// Writes what the lake knows of a record into its document, at the beginning.
public final class HitDocument {

    private HitDocument() {}

    /// The stored document with `_id`, `_index`, `write_time` and `revision`.
    public static Document of(BytesRef source, String id, String partition, long writeTime, long revision) {
        byte[] head = ("{\"_id\":\"" + quoted(id) + "\",\"_index\":\"" + quoted(partition) + "\",\"write_time\":"
                        + writeTime + ",\"revision\":" + revision)
                .getBytes(StandardCharsets.UTF_8);
        int rest = skipSpace(source, skipSpace(source, source.offset) + 1);
        int end = source.offset + source.length;
        boolean isEmpty = rest >= end || source.bytes[rest] == '}';
        var whole = new byte[head.length + 1 + Math.max(0, end - rest)];
        System.arraycopy(head, 0, whole, 0, head.length);
        whole[head.length] = (byte) (isEmpty ? '}' : ',');
        System.arraycopy(source.bytes, rest, whole, head.length + 1, Math.max(0, end - rest));
        return Document.owning(isEmpty ? java.util.Arrays.copyOf(whole, head.length + 1) : whole);
    }

    private static int skipSpace(BytesRef source, int from) {
        int at = from;
        while (at < source.offset + source.length && source.bytes[at] <= ' ' && source.bytes[at] >= 0) {
            at++;
        }
        return at;
    }

    private static String quoted(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsCharArray(text));
    }
}
