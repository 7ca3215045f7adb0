// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.testkit.lake;

import dev.birdsong.spi.record.LakeRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Records of all sorts, many of them alike.
public final class RandomRecords {

    /// Listed paths of every type, and others.
    static final List<String> PATHS = List.of(
            "srcip",
            "ips",
            "srcport",
            "score",
            "flag",
            "hostname",
            "tags",
            "timestamp",
            "extra.note",
            "extra.list.name",
            "extra",
            "odd.key",
            "odd",
            "ips.keyword");

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "-",
            "*",
            "a*b?",
            "root",
            "Root",
            "ROOT admin",
            "admin root",
            "root@host-1.example",
            "two  words",
            "two words more",
            "10.0.0.1",
            "10.0.0.2",
            "10.200.3.4",
            "192.168.0.1",
            "::ffff:10.0.0.1",
            "2001:DB8::1",
            "2001:db8:0:0:0:0:0:1",
            "fe80::1%eth0",
            "300.1.1.1",
            "1.2.3",
            "5",
            "-5",
            "007",
            "22",
            "2222",
            "3.5",
            "1e3",
            "9223372036854775807",
            "9223372036854775808",
            "true",
            "TRUE",
            "false",
            "ÄPFEL über",
            "İstanbul",
            "ΑΣ.Σ",
            "\ud83d\ude00 \ud83d\ude00",
            "a\u0000b",
            "under_score",
            "x".repeat(2_000),
            "long ".repeat(2_000),
            "long ".repeat(2_000) + "end",
            "日本語 テキスト",
            "\uffff",
            "\ud800\udc00");

    private final Random random;

    public RandomRecords(Random random) {
        this.random = random;
    }

    /// A state of one of a few records.
    public LakeRecord next(int ids) {
        int id = random.nextInt(ids);
        RecordBuilder builder = id % 4 == 0 ? RecordBuilder.asset("id-" + id) : RecordBuilder.record("id-" + id);
        // in Syslog the timestamp belongs to the id
        long time = RecordBuilder.TIME - id % 7 * 20L * 86_400_000L - id % 3;
        builder.at(time).tenant("tenant-" + id % 2).version(random.nextInt(4));
        Map<String, Object> fields = new LinkedHashMap<>();
        int count = random.nextInt(8);
        for (int i = 0; i < count; i++) {
            add(fields);
        }
        fields.forEach(builder::with);
        return builder.build();
    }

    private void add(Map<String, Object> fields) {
        switch (random.nextInt(6)) {
            case 0 -> fields.put("extra", Map.of("note", value(), "list", List.of(Map.of("name", value()), value())));
            case 1 -> fields.put("odd.key", value());
            case 2 -> fields.put("odd", List.of(Map.of("key", value()), List.of(value(), List.of(value()))));
            case 3 -> fields.put(path(), List.of(value(), value(), value()));
            default -> fields.put(path(), value());
        }
    }

    private String path() {
        return PATHS.get(random.nextInt(7));
    }

    private Object value() {
        return switch (random.nextInt(8)) {
            case 0 -> random.nextInt(30);
            case 1 -> random.nextLong();
            case 2 -> random.nextInt(100) / 8.0;
            case 3 -> random.nextBoolean();
            default -> text();
        };
    }

    /// A text as records have it.
    String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    /// A few records, the same id more than once.
    public List<LakeRecord> batch(int size, int ids) {
        List<LakeRecord> batch = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            batch.add(next(ids));
        }
        return batch;
    }
}
