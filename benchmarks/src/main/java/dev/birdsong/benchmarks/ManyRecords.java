// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.benchmarks;

import dev.birdsong.spi.record.Document;
import dev.birdsong.spi.record.Index;
import dev.birdsong.spi.record.LakeRecord;
import dev.birdsong.spi.record.RecordKey;
import dev.birdsong.spi.record.Version;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/// Records as a console's incidents become them, spread over a year: an incident in one to three states, and three
/// events of each. A few attackers, names and passwords come often, most come seldom.
final class ManyRecords {

    static final long END = 1_795_000_000_000L;
    static final long YEAR = Duration.ofDays(365).toMillis();
    static final List<String> NAMES =
            List.of("root", "admin", "test", "oracle", "postgres", "ubuntu", "guest", "pi", "backup", "svc");
    static final int ATTACKERS = 40_000;

    private static final int EVENTS = 3;
    private static final List<Kind> KINDS = List.of(
            new Kind("4002", "SSH Login Attempt", 22, "high"),
            new Kind("3001", "HTTP Login Attempt", 80, "high"),
            new Kind("5000", "SMB File Open", 445, "critical"),
            new Kind("2000", "FTP Login Attempt", 21, "medium"),
            new Kind("5003", "Host Port Scan", 0, "low"),
            new Kind("6001", "Telnet Login Attempt", 23, "medium"));

    private final RandomGenerator random;
    private final long count;
    private long made;
    private long incidents;

    private record Kind(String logtype, String name, int port, String severity) {}

    ManyRecords(RandomGenerator random, long count) {
        this.random = random;
        this.count = count;
    }

    /// The next records, the oldest first; none at the end.
    List<LakeRecord> next(int least) {
        List<LakeRecord> batch = new ArrayList<>();
        while (batch.size() < least && made < count) {
            List<LakeRecord> incident = incident();
            batch.addAll(incident);
            made += incident.size();
        }
        return batch;
    }

    static String address(int attacker) {
        return attacker % 3 == 0
                ? "10.%d.%d.%d".formatted(attacker % 7, attacker / 250 % 250, attacker % 250)
                : "%d.%d.%d.%d".formatted(20 + attacker % 180, attacker % 251, attacker / 251 % 250, attacker % 241);
    }

    static String password(int number) {
        return "pass" + Integer.toString(number * 7919, Character.MAX_RADIX);
    }

    /// A number below the end, small ones by far the most often.
    private int seldom(int end) {
        return (int) (end * Math.pow(random.nextDouble(), 4));
    }

    private List<LakeRecord> incident() {
        long number = incidents++;
        long time = END - YEAR + YEAR * made / count + random.nextInt(1_000);
        Kind kind = KINDS.get(seldom(KINDS.size()));
        String attacker = address(seldom(ATTACKERS));
        String decoy = "decoy-%03d".formatted(random.nextInt(300));
        String tenant = "tenant-" + number % 4;
        List<LakeRecord> records = new ArrayList<>();
        int states = 1 + seldom(3);
        for (int state = 0; state < states; state++) {
            boolean isLast = state == states - 1;
            String content = head(tenant, time + state * 60_000L, "incident", kind, attacker, decoy)
                    + ",\"thinkst_canary\":{\"incident\":{\"id\":\"incident:" + kind.logtype + ":" + number
                    + "\",\"hash_id\":\"" + Long.toHexString(number * 0x9e3779b97f4a7c15L) + "\",\"summary\":\""
                    + kind.name
                    + "\",\"updated_id\":" + (number * 4 + state) + ",\"updated_time\":" + time / 1_000
                    + ",\"description\":{\"acknowledged\":\"" + (isLast && number % 3 == 0 ? "True" : "False")
                    + "\",\"created\":\"" + time / 1_000 + "\",\"description\":\"" + kind.name
                    + "\",\"dst_host\":\"192.168.1.7\","
                    + "\"events_count\":\"3\",\"flock_id\":\"flock:default\",\"flock_name\":\"Default Flock\",\"logtype\":\""
                    + kind.logtype + "\",\"name\":\"" + decoy + "\",\"node_id\":\"0000" + decoy
                    + "\",\"notified\":\"False\","
                    + "\"src_host\":\"" + attacker + "\",\"src_port\":\"" + (1_024 + number % 60_000)
                    + "\"}},\"events\":{"
                    + "\"shown\":3,\"missing\":0,\"epoch\":0,\"updated_id\":" + (number * 4 + state) + "}}}";
            records.add(record("i" + number + '-' + state, tenant, time + state * 60_000L, content));
        }
        for (int event = 0; event < EVENTS; event++) {
            records.add(event(
                    number,
                    event,
                    tenant,
                    time + event * 1_500L,
                    head(tenant, time + event * 1_500L, "event", kind, attacker, decoy),
                    kind,
                    attacker));
        }
        return records;
    }

    private LakeRecord event(
            long incident, int event, String tenant, long time, String head, Kind kind, String attacker) {
        String name = NAMES.get(seldom(NAMES.size()));
        String content = head + ",\"username\":\"" + name + "\",\"thinkst_canary\":{\"incident\":{\"id\":\"incident:"
                + kind.logtype + ":" + incident + "\",\"summary\":\"" + kind.name + "\",\"created\":\"" + time / 1_000
                + "\",\"logtype\":\"" + kind.logtype + "\",\"src_host\":\"" + attacker
                + "\",\"flock_id\":\"flock:default\","
                + "\"flock_name\":\"Default Flock\"},\"event\":{\"PASSWORD\":\"" + password(seldom(200_000))
                + "\",\"USERNAME\":\"" + name + "\",\"LOCALVERSION\":\"SSH-2.0-OpenSSH_5.1p1 Debian-4\","
                + "\"REMOTEVERSION\":\"SSH-2.0-libssh2_1." + random.nextInt(12) + ".0\",\"timestamp\":" + time / 1_000
                + ",\"timestamp_std\":\"2026-11-20 12:00:00 UTC+0000\"},\"events\":{\"position\":" + event
                + ",\"missing\":0,\"epoch\":0,\"updated_id\":" + incident * 4 + "}}}";
        return record("e" + incident + '-' + event, tenant, time, content);
    }

    private String head(String tenant, long time, String type, Kind kind, String attacker, String decoy) {
        return ("{\"timestamp\":%d,\"tenantid\":\"%s\",\"tenant_name\":\"The tenant\",\"connector_id\":\"connector-%s\","
                        + "\"connector_name\":\"Console of %s\",\"msg_class\":\"canary_incidents\",\"msg_origin\":{"
                        + "\"vendor\":\"thinkst_canary\",\"source\":\"thinkst_canary\",\"category\":\"honeypot\","
                        + "\"processor\":{\"name\":\"thinkst_canary\",\"type\":\"log_collector\"}},\"record_type\":\"%s\","
                        + "\"srcip\":\"%s\",\"srcport\":%d,\"dstip\":\"192.168.1.7\",\"dstport\":%d,\"hostname\":\"%s\","
                        + "\"event_name\":\"%s\",\"event_class\":\"attack\",\"severity\":\"%s\",\"mitre\":{\"technique\":{"
                        + "\"id\":\"T1110\",\"name\":\"Brute Force\"}}")
                .formatted(
                        time,
                        tenant,
                        tenant,
                        tenant,
                        type,
                        attacker,
                        1_024 + random.nextInt(60_000),
                        kind.port,
                        decoy,
                        kind.name,
                        kind.severity.toLowerCase(Locale.ROOT));
    }

    private static LakeRecord record(String id, String tenant, long time, String content) {
        var key = new RecordKey(Index.SYSLOG, tenant, id, time);
        return new LakeRecord(key, Version.NONE, id, Document.of(content));
    }
}
