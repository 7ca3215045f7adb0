// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// An answer of any length that is made while it is read, with its keys in alphabetical or in reverse order.
final class StreamedAnswer extends InputStream {

    private final Iterator<String> pieces;
    private byte[] piece = {};
    private int at;
    private long length;

    private StreamedAnswer(Stream<String> pieces) {
        this.pieces = pieces.iterator();
    }

    /// Incidents of so many events each, keys as the console documents them.
    static StreamedAnswer alphabetical(int incidents, int events) {
        return new StreamedAnswer(around(
                "{\"cursor\":{\"next\":\"more\"},\"feed\":\"All Incidents\",\"incidents\":[",
                IntStream.range(0, incidents)
                        .boxed()
                        .flatMap(i -> around(
                                (i == 0 ? "" : ",")
                                        + "{\"description\":{\"acknowledged\":\"False\",\"created\":\"1762757102\","
                                        + "\"description\":\"SSH Login Attempt\",\"events\":[",
                                events(events),
                                "]," + described(events) + "}," + own(i) + "}")),
                "],\"max_updated_id\":7,\"result\":\"success\"}"));
    }

    /// The same with all keys the other way round.
    static StreamedAnswer reversed(int incidents, int events) {
        return new StreamedAnswer(around(
                "{\"result\":\"success\",\"max_updated_id\":7,\"incidents\":[",
                IntStream.range(0, incidents)
                        .boxed()
                        .flatMap(
                                i -> around(
                                        (i == 0 ? "" : ",") + "{" + own(i) + ",\"description\":{" + described(events)
                                                + ",\"events\":[",
                                        events(events),
                                        "],\"description\":\"SSH Login Attempt\",\"created\":\"1762757102\",\"acknowledged\":\"False\"}}")),
                "],\"cursor\":{\"next\":\"more\"}}"));
    }

    /// How many bytes were read.
    long length() {
        return length;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] into, int from, int count) {
        while (at == piece.length) {
            if (!pieces.hasNext()) {
                return -1;
            }
            piece = pieces.next().getBytes(StandardCharsets.UTF_8);
            at = 0;
        }
        int read = Math.min(count, piece.length - at);
        System.arraycopy(piece, at, into, from, read);
        at += read;
        length += read;
        return read;
    }

    private static Stream<String> around(String before, Stream<String> pieces, String after) {
        return Stream.concat(Stream.concat(Stream.of(before), pieces), Stream.of(after));
    }

    private static Stream<String> events(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> (i == 0 ? "" : ",")
                        + "{\"INSTANCE_NAME\":\"SSH\",\"LOCALVERSION\":\"SSH-2.0-OpenSSH_9.2p1 Debian-2\",\"PASSWORD\":\"pass"
                        + i % 1000
                        + "\",\"PORT\":22,\"REMOTEVERSION\":\"SSH-2.0-libssh2_1.10.0\",\"USERNAME\":\"root\","
                        + "\"timestamp\":" + (1762757102 + i / 3)
                        + ",\"timestamp_std\":\"2025-11-10 06:45:02 UTC+0000\"}");
    }

    private static String described(int events) {
        return "\"dst_host\":\"192.168.50.220\",\"dst_port\":\"22\",\"events_count\":\"" + events
                + "\",\"flock_id\":\"flock:default\",\"flock_name\":\"Default Flock\",\"local_time\":\"2025-11-10 06:44:54\","
                + "\"logtype\":\"4002\",\"mac_address\":\"\",\"matched_annotations\":{},\"name\":\"files-01\","
                + "\"node_id\":\"000000004e46095c\",\"notified\":\"False\",\"src_host\":\"192.168.50.32\","
                + "\"src_host_reverse\":\"laptop.example\",\"src_port\":\"55202\"";
    }

    private static String own(int number) {
        return "\"hash_id\":\"fe817692b611ed086a6d26b0f2e93298\",\"id\":\"incident:sshlogin:832426ae8c3a:192.168.50.32:"
                + number
                + "\",\"summary\":\"SSH Login Attempt\",\"updated\":\"Mon, 10 Nov 2025 06:45:06 GMT\",\"updated_id\":"
                + (5429 + number)
                + ",\"updated_std\":\"2025-11-10 06:45:06 UTC+0000\",\"updated_time\":\"1762757106\"";
    }
}
