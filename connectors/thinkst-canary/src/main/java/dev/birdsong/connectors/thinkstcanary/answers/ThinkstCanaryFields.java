// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

import static dev.birdsong.spi.record.FieldType.BOOLEAN;
import static dev.birdsong.spi.record.FieldType.DATE;
import static dev.birdsong.spi.record.FieldType.DOUBLE;
import static dev.birdsong.spi.record.FieldType.IP;
import static dev.birdsong.spi.record.FieldType.LONG;
import static dev.birdsong.spi.record.FieldType.TEXT;

import dev.birdsong.spi.record.Field;
import dev.birdsong.spi.record.FieldType;
import java.util.List;
import java.util.stream.Stream;

/// The fields of these records that can be sorted, compared and counted. Times that the console writes as epoch
/// seconds stay numbers, as it wrote them.
public final class ThinkstCanaryFields {

    /// In records of incidents and, the same names, of events.
    public static final List<Field> INCIDENT = List.of(
            incident("id", TEXT, "id", "incident:sshlogin:832426ae8c3a0e1450ac6dba:192.168.50.32:1762757102"),
            incident("hash_id", TEXT, "hash_id", "fe817692b611ed086a6d26b0f2e93298"),
            incident("summary", TEXT, "summary", "SSH Login Attempt"),
            incident("updated_id", LONG, "updated_id", "5429"),
            incident("updated_time", LONG, "updated_time, epoch seconds", "1762757106"),
            described("acknowledged", TEXT, "False"),
            described("created", LONG, "1762757102"),
            described("description", TEXT, "SSH Login Attempt"),
            described("dst_host", IP, "192.168.50.220"),
            described("dst_port", LONG, "22"),
            described("events_count", LONG, "3"),
            described("flock_id", TEXT, "flock:default"),
            described("flock_name", TEXT, "Default Flock"),
            described("logtype", TEXT, "4002"),
            described("memo", TEXT, "laptop of the intern"),
            described("name", TEXT, "files-01"),
            described("node_id", TEXT, "000000004e46095c"),
            described("notified", TEXT, "False"),
            described("src_host", IP, "192.168.50.32"),
            described("src_host_reverse", TEXT, "laptop.example"),
            described("src_port", LONG, "55202"),
            field("thinkst_canary.events.shown", LONG, "length of description.events", "3"),
            field("thinkst_canary.events.missing", LONG, "events_count less what is shown", "0"),
            field("thinkst_canary.events.epoch", LONG, "how often the console's ids were seen to go back", "0"),
            field("thinkst_canary.events.updated_id", LONG, "updated_id when the record was stored", "5429"));

    /// In records of events, what their incident says.
    public static final List<Field> OF_INCIDENT = List.of(
            incident("created", LONG, "the incident's description.created, epoch seconds", "1762757102"),
            incident("logtype", TEXT, "the incident's description.logtype", "4002"),
            incident("src_host", IP, "the incident's description.src_host", "192.168.50.32"),
            incident("node_id", TEXT, "the incident's description.node_id", "000000004e46095c"),
            incident("name", TEXT, "the incident's description.name", "files-01"),
            incident("flock_id", TEXT, "the incident's description.flock_id", "flock:default"),
            incident("flock_name", TEXT, "the incident's description.flock_name", "Default Flock"));

    /// In records of events.
    public static final List<Field> EVENT = List.of(
            event("timestamp", LONG, "1762757102"),
            event("USERNAME", TEXT, "root"),
            event("PASSWORD", TEXT, "letmein"),
            event("USER", TEXT, "GUEST"),
            event("HOSTNAME", TEXT, "scanner-7"),
            event("DOMAIN", TEXT, "CORP"),
            event("DOMAINNAME", TEXT, "CORP"),
            event("REMOTENAME", TEXT, "WS-042"),
            event("LOCALVERSION", TEXT, "SSH-2.0-OpenSSH_9.2p1"),
            event("REMOTEVERSION", TEXT, "SSH-2.0-libssh2_1.10.0"),
            event("METHOD", TEXT, "POST"),
            event("PATH", TEXT, "/index.html"),
            event("URL", TEXT, "http://example.com/"),
            event("USERAGENT", TEXT, "curl/8.5.0"),
            event("RESPONSE", LONG, "200"),
            event("SKIN", TEXT, "nasLogin"),
            event("FILENAME", TEXT, "salaries.xlsx"),
            event("SHARENAME", TEXT, "finance"),
            event("AUDITACTION", TEXT, "open"),
            event("PORT", LONG, "22"),
            event("ports", TEXT, "22,80,443"),
            event("CMD", TEXT, "CONFIG"),
            event("ARGS", TEXT, "GET dir"),
            event("COMMUNITY_STRING", TEXT, "public"),
            event("KEY", TEXT, "SHA256:nThbg6kXUpJWGl7E1IGOCspRomTxdCARLviKw6E5SY8"),
            event("client_public_key", TEXT, "HIgo9xNzJMWLKASShiTqIybxZ0U3wGLiUeJ1PKf8ykw="),
            event("REPO", TEXT, "infra.git"),
            event("FUNC_CODE", LONG, "17"),
            event("DN", TEXT, "cn=admin"),
            event("SETTINGS", TEXT, "ssh.enabled"),
            event("canarytoken", TEXT, "a1b2c3d4e5f6g7h8i9j0k1l2m"),
            event("type", TEXT, "aws-id"),
            event("event_name", TEXT, "GetCallerIdentity"),
            event("hostname", TEXT, "a1b2c3.tokens.example"),
            event("url", TEXT, "https://tokens.example/a1b2c3"),
            event("src_host", IP, "203.0.113.7"),
            event("src_port", LONG, "40112"),
            event("dst_port", LONG, "443"),
            event("headers.User-Agent", TEXT, "Mozilla/5.0"),
            event("geoip.country_code", TEXT, "NL"),
            event("geoip.country", TEXT, "Netherlands"),
            event("geoip.city", TEXT, "Amsterdam"),
            event("geoip.ip", IP, "203.0.113.7"),
            event("geoip.latitude", DOUBLE, "52.37"),
            event("geoip.longitude", DOUBLE, "4.89"),
            event("ip_blocklist.is_proxy", BOOLEAN, "false"),
            event("ip_blocklist.is_tor", BOOLEAN, "true"),
            event("ip_blocklist.is_vpn", BOOLEAN, "false"),
            field("thinkst_canary.events.position", LONG, "place in description.events when it was first seen", "0"));

    /// In records of the audit trail.
    public static final List<Field> AUDIT = List.of(
            audit("id", LONG, "73"),
            audit("timestamp", TEXT, "2020-04-03 12:56:42 UTC+0000"),
            audit("action_type", TEXT, "user_login"),
            audit("message", TEXT, "User alice@example.com logged in"),
            audit("user", TEXT, "alice@example.com"),
            audit("user_ip", IP, "198.51.100.20"),
            audit("user_browser_agent", TEXT, "Mozilla/5.0"),
            audit("flock_id", TEXT, "flock:default"),
            audit("flock_name", TEXT, "Default Flock"));

    /// In records of devices and assets.
    public static final List<Field> DEVICE = List.of(
            device("id", TEXT, "000000004e46095c"),
            device("name", TEXT, "files-01"),
            device("description", TEXT, "server room"),
            device("location", TEXT, "server room"),
            device("live", BOOLEAN, "true"),
            device("ip_address", IP, "192.168.50.220"),
            device("public_ip", IP, "198.51.100.1"),
            device("mac_address", TEXT, "00:0c:29:4e:46:09"),
            device("personality", TEXT, "linux-db"),
            device("ippers", TEXT, "linux"),
            device("version", TEXT, "2.3.1"),
            device("uptime", LONG, "1029740"),
            device("flock_id", TEXT, "flock:default"),
            device("note", TEXT, "replaces files-00"),
            device("outside_bird", BOOLEAN, "false"));

    /// In records of assets only.
    public static final List<Field> ASSET = List.of(
            field("device_id", TEXT, "id", "000000004e46095c"),
            field("first_seen", DATE, "first_seen", "1586902278000"),
            field("last_seen", DATE, "last_seen", "1587933242000"),
            field("ips", IP, "ip_address and public_ip, all it ever had", "192.168.50.220"),
            field("macs", TEXT, "mac_address, all it ever had", "00:0c:29:4e:46:09"),
            field("names", TEXT, "name, all it ever had", "files-01"));

    /// All of them.
    public static final List<Field> ALL = Stream.of(INCIDENT, OF_INCIDENT, EVENT, AUDIT, DEVICE, ASSET)
            .flatMap(List::stream)
            .toList();

    private ThinkstCanaryFields() {}

    private static Field field(String path, FieldType type, String from, String example) {
        return new Field(path, type, from, example);
    }

    private static Field incident(String name, FieldType type, String from, String example) {
        return field("thinkst_canary.incident." + name, type, from, example);
    }

    private static Field described(String name, FieldType type, String example) {
        return incident("description." + name, type, "description." + name, example);
    }

    private static Field event(String name, FieldType type, String example) {
        return field("thinkst_canary.event." + name, type, name, example);
    }

    private static Field audit(String name, FieldType type, String example) {
        return field("thinkst_canary.audit." + name, type, name, example);
    }

    private static Field device(String name, FieldType type, String example) {
        return field("thinkst_canary.device." + name, type, name, example);
    }
}
