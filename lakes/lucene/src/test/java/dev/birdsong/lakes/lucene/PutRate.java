// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene;

import com.sun.management.OperatingSystemMXBean;
import dev.birdsong.lakes.lucene.store.StoreSettings;
import dev.birdsong.spi.lake.Acknowledgement;
import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.record.Document;
import dev.birdsong.spi.record.Index;
import dev.birdsong.spi.record.InterflowFields;
import dev.birdsong.spi.record.LakeRecord;
import dev.birdsong.spi.record.Origin;
import dev.birdsong.spi.record.RecordId;
import dev.birdsong.spi.record.RecordKey;
import dev.birdsong.spi.record.Version;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Measures how fast records go into a lake. Not a test: `PutRate <folder> <records> <days> <commit ms>`.
///
/// Records are events of about 1,700 bytes with about 40 leaves, put in batches of 1,000, at most four of which wait
/// for the disk, newest first over so many days.
final class PutRate {

    private static final int BATCH = 1_000;
    private static final Origin ORIGIN = new Origin("local", "Default", "1234abcd.canary.tools", "c1", "console");

    private static final long START = Instant.parse("2026-11-24T12:00:00Z").toEpochMilli();
    private final Random random = new Random(1);

    private PutRate() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Path.of(args[0]);
        int records = Integer.parseInt(args[1]);
        int days = Integer.parseInt(args[2]);
        Duration commitEvery = Duration.ofMillis(Long.parseLong(args[3]));
        StoreSettings settings = StoreSettings.standard(Clock.systemUTC()).withCommitEvery(commitEvery);
        for (int run = 0; run < 2; run++) {
            new PutRate().run(folder, records, days, settings, run == 0 ? "new" : "again");
        }
    }

    private void run(Path folder, int records, int days, StoreSettings settings, String kind)
            throws IOException, InterruptedException {
        List<LakeRecord> sample = batch(0, days, records);
        long bytes = sample.stream().mapToLong(r -> r.document().length()).sum() / BATCH;
        long cpu = cpu();
        long began = System.nanoTime();
        long generating = 0;
        try (DataLake lake = LuceneLake.open(folder, InterflowFields.SCHEMA, settings)) {
            Deque<Acknowledgement> waiting = new ArrayDeque<>();
            for (int from = 0; from < records; from += BATCH) {
                long before = System.nanoTime();
                List<LakeRecord> batch = batch(from, days, records);
                generating += System.nanoTime() - before;
                waiting.add(lake.put(batch));
                while (!waiting.isEmpty() && waiting.getFirst().isDone()) {
                    waiting.removeFirst().await();
                }
            }
            while (!waiting.isEmpty()) {
                waiting.removeFirst().await();
            }
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf(
                "%s: %d records of %d bytes in %.1f s: %.0f/s, %.1f us CPU a record (%.1f of them making it), %d bytes on disk a record%n",
                kind,
                records,
                bytes,
                seconds,
                records / seconds,
                (cpu() - cpu) / 1e3 / records,
                generating / 1e3 / records,
                size(folder) / records);
    }

    private List<LakeRecord> batch(int from, int days, int records) {
        List<LakeRecord> batch = new ArrayList<>();
        for (int i = from; i < from + BATCH; i++) {
            batch.add(record(i, START - (long) i * Duration.ofDays(days).toMillis() / records));
        }
        return batch;
    }

    private LakeRecord record(int number, long time) {
        random.setSeed(number);
        String ip = "10." + random.nextInt(4) + '.' + random.nextInt(256) + '.' + random.nextInt(256);
        String user = "user" + random.nextInt(500);
        int node = random.nextInt(200);
        String json = """
                {"timestamp":%d,"tenantid":"local","tenant_name":"Default","connector_id":"c1",\
                "connector_name":"1234abcd.canary.tools","msg_class":"canary_incidents",\
                "msg_origin":{"vendor":"thinkst_canary","source":"thinkst_canary","category":"honeypot",\
                "processor":{"name":"thinkst_canary","type":"log_collector"}},"record_type":"event",\
                "srcip":"%s","srcport":%d,"srcip_host":"host-%d.corp.example","dstip":"192.168.50.%d","dstport":22,\
                "hostname":"files-%02d","username":"%s","event_name":"SSH Login Attempt","event_class":"attack",\
                "severity":"high","mitre":{"technique":{"id":"T1110","name":"Brute Force"}},\
                "thinkst_canary":{"event":{"USERNAME":"%s","PASSWORD":"%s","LOCALVERSION":"SSH-2.0-OpenSSH_8.9p1",\
                "REMOTEVERSION":"SSH-2.0-libssh_0.9.%d","timestamp":"%d","timestamp_std":"2026-11-20 12:00:00 UTC+0000",\
                "headers":{"User-Agent":"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/%d.0",\
                "Accept":"text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"},"geoip":{"country":"NL",\
                "city":"Amsterdam","lat":52.37,"lon":4.89},"note":"%s"},\
                "incident":{"id":"incident:sshlogin:%016x:%s:%d","hash_id":"%016x%016x","summary":"SSH Login Attempt",\
                "created":"%d","logtype":"4002","src_host":"%s","node_id":"%016x","name":"files-%02d",\
                "flock_id":"flock:default","flock_name":"Default Flock"}}}""".formatted(
                        time,
                        ip,
                        1024 + random.nextInt(60000),
                        random.nextInt(1000),
                        node,
                        node,
                        user,
                        user,
                        Long.toString(random.nextLong() >>> 1, 36),
                        random.nextInt(9),
                        time / 1000,
                        90 + random.nextInt(40),
                        "padding ".repeat(20),
                        (long) node,
                        ip,
                        number / 3,
                        random.nextLong(),
                        random.nextLong(),
                        time / 1000,
                        ip,
                        (long) node,
                        node);
        String id = RecordId.of(ORIGIN, "event", Integer.toString(number));
        return new LakeRecord(
                new RecordKey(Index.SYSLOG, "local", id, time),
                Version.NONE,
                RecordId.of(ORIGIN, "content", Integer.toString(number)),
                Document.of(json));
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
