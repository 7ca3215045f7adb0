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

    private record Incident(long number, long time, Kind kind, String attacker, String decoy, String tenant) {}

    private List<LakeRecord> incident() {
        long number = incidents++;
        var incident = new Incident(
                number,
                END - YEAR + YEAR * made / count + random.nextInt(1_000),
                KINDS.get(seldom(KINDS.size())),
                address(seldom(ATTACKERS)),
                "decoy-%03d".formatted(random.nextInt(300)),
                "tenant-" + number % 4);
        List<LakeRecord> records = new ArrayList<>();
        int states = 1 + seldom(3);
        for (int state = 0; state < states; state++) {
            records.add(state(incident, state, state == states - 1));
        }
        for (int event = 0; event < EVENTS; event++) {
            records.add(event(incident, event));
        }
        return records;
    }

    private LakeRecord state(Incident incident, int state, boolean isLast) {
        long time = incident.time + state * 60_000L;
        long number = incident.number;
        String acknowledged = isLast && number % 3 == 0 ? "True" : "False";
        String content = head(incident, time, "incident")
                + """
                ,"thinkst_canary":{"incident":{"id":"incident:%s:%d","hash_id":"%x","summary":"%s","updated_id":%d,\
                "updated_time":%d,"description":{"acknowledged":"%s","created":"%d","description":"%s",\
                "dst_host":"192.168.1.7","events_count":"3","flock_id":"flock:default","flock_name":"Default Flock",\
                "logtype":"%s","name":"%s","node_id":"0000%s","notified":"False","src_host":"%s","src_port":"%d"}},\
                "events":{"shown":3,"missing":0,"epoch":0,"updated_id":%d}}}""".formatted(
                                incident.kind.logtype,
                                number,
                                number * 0x9e3779b97f4a7c15L,
                                incident.kind.name,
                                number * 4 + state,
                                incident.time / 1_000,
                                acknowledged,
                                incident.time / 1_000,
                                incident.kind.name,
                                incident.kind.logtype,
                                incident.decoy,
                                incident.decoy,
                                incident.attacker,
                                1_024 + number % 60_000,
                                number * 4 + state);
        return record("i" + number + '-' + state, incident.tenant, time, content);
    }

    private LakeRecord event(Incident incident, int event) {
        long time = incident.time + event * 1_500L;
        String name = NAMES.get(seldom(NAMES.size()));
        String content = head(incident, time, "event")
                + """
                ,"username":"%s","thinkst_canary":{"incident":{"id":"incident:%s:%d","summary":"%s","created":"%d",\
                "logtype":"%s","src_host":"%s","flock_id":"flock:default","flock_name":"Default Flock"},\
                "event":{"PASSWORD":"%s","USERNAME":"%s","LOCALVERSION":"SSH-2.0-OpenSSH_5.1p1 Debian-4",\
                "REMOTEVERSION":"SSH-2.0-libssh2_1.%d.0","timestamp":%d,"timestamp_std":"2026-11-20 12:00:00 UTC+0000"},\
                "events":{"position":%d,"missing":0,"epoch":0,"updated_id":%d}}}""".formatted(
                                name,
                                incident.kind.logtype,
                                incident.number,
                                incident.kind.name,
                                incident.time / 1_000,
                                incident.kind.logtype,
                                incident.attacker,
                                password(seldom(200_000)),
                                name,
                                random.nextInt(12),
                                time / 1_000,
                                event,
                                incident.number * 4);
        return record("e" + incident.number + '-' + event, incident.tenant, time, content);
    }

    private String head(Incident incident, long time, String type) {
        return """
                {"timestamp":%d,"tenantid":"%s","tenant_name":"The tenant","connector_id":"connector-%s",\
                "connector_name":"Console of %s","msg_class":"canary_incidents","msg_origin":{"vendor":"thinkst_canary",\
                "source":"thinkst_canary","category":"honeypot","processor":{"name":"thinkst_canary",\
                "type":"log_collector"}},"record_type":"%s","srcip":"%s","srcport":%d,"dstip":"192.168.1.7","dstport":%d,\
                "hostname":"%s","event_name":"%s","event_class":"attack","severity":"%s",\
                "mitre":{"technique":{"id":"T1110","name":"Brute Force"}}""".formatted(
                        time,
                        incident.tenant,
                        incident.tenant,
                        incident.tenant,
                        type,
                        incident.attacker,
                        1_024 + random.nextInt(60_000),
                        incident.kind.port,
                        incident.decoy,
                        incident.kind.name,
                        incident.kind.severity);
    }

    private static LakeRecord record(String id, String tenant, long time, String content) {
        var key = new RecordKey(Index.SYSLOG, tenant, id, time);
        return new LakeRecord(key, Version.NONE, id, Document.of(content));
    }
}
