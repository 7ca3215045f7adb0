// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.population;

import static dev.birdsong.consolesimulator.population.EventFields.digits;
import static dev.birdsong.consolesimulator.population.EventFields.fixed;
import static dev.birdsong.consolesimulator.population.EventFields.hex;
import static dev.birdsong.consolesimulator.population.EventFields.number;
import static dev.birdsong.consolesimulator.population.EventFields.pick;
import static dev.birdsong.consolesimulator.population.EventFields.timed;
import static dev.birdsong.consolesimulator.population.Kind.bird;

import dev.birdsong.consolesimulator.json.Field;
import java.util.List;

/// Scans, and what concerns the birds and the console themselves.
final class NetworkKinds {

    private NetworkKinds() {}

    static List<Kind> scans() {
        return List.of(
                bird(5001, 30, 22, "hostportscan", "Host Port Scan", timed(pick("ports", Words.PORTS))),
                bird(5003, 40, 80, "hostportscan", "Host Port Scan", timed(pick("ports", Words.PORTS))),
                bird(5007, 8, -1, "networkportscan", "Consolidated Network Port Scan", consolidated()),
                bird(5004, 4, 443, "nmaposscan", "NMAP OS Scan Detected", packet()),
                bird(5005, 4, 443, "nmapnullscan", "NMAP NULL Scan Detected", packet()),
                bird(13001, 10, 161, "snmplogin", "SNMP Request", snmp()),
                bird(11001, 3, 123, "ntpmonlist", "NTP Monlist Request", timed(fixed("NTP_CMD", "monlist"))),
                bird(18001, 4, 502, "modbus", "ModBus Request", modbus()),
                bird(
                        33001,
                        3,
                        80,
                        "honeypotscanner",
                        "Honeypot Scanner Detected",
                        timed(fixed("why", "probe of service banners"))));
    }

    /// The keys of these events are port numbers.
    private static List<Field<Event>> consolidated() {
        return List.of(addresses("22"), addresses("445").when(event -> event.draw("445") % 2 == 0), addresses("3389"));
    }

    private static Field<Event> addresses(String port) {
        return Field.of(port, (out, event) -> {
            out.raw('[');
            out.string(event.attack().sensor().address());
            out.raw(',');
            out.string("10.20." + Draws.below(40, event.draw(port)) + ".250");
            out.raw(']');
        });
    }

    private static List<Field<Event>> packet() {
        return timed(
                digits("ID", 65_536),
                fixed("LEN", "40"),
                hex("MAC", 28),
                fixed("PREC", "0x00"),
                fixed("PROTO", "TCP"),
                fixed("RES", "0x00"),
                fixed("TOS", "0x00"),
                digits("TTL", 64),
                fixed("URGP", "0"),
                digits("WINDOW", 4096));
    }

    private static List<Field<Event>> snmp() {
        return timed(pick("COMMUNITY_STRING", Words.COMMUNITIES), fixed("REQUESTS", "1.3.6.1.2.1.1.5.0"));
    }

    private static List<Field<Event>> modbus() {
        return timed(digits("UNIT_ID", 8), fixed("FUNC_CODE", "43"), fixed("FUNC_NAME", "Read Device Identification"));
    }

    static List<Kind> operational() {
        List<Field<Event>> settings = timed(pick("SETTINGS", Words.SETTINGS));
        return List.of(
                quiet(bird(1004, 20, 0, "devicedied", "Canary Disconnected", List.of())),
                quiet(bird(23001, 4, 0, "consolesettings", "Console Settings Changed", settings))
                        .at(Kind.Target.CONSOLE),
                quiet(bird(23002, 6, 0, "devicesettings", "Canary Settings Changed", settings)),
                quiet(bird(
                                23003,
                                3,
                                0,
                                "flocksettings",
                                "Flock Settings Changed",
                                List.of(pick("SETTINGS", Words.SETTINGS))))
                        .at(Kind.Target.FLOCK),
                quiet(bird(22001, 2, 0, "networkrollback", "Network Settings Roll-back", rollback())),
                quiet(bird(111111, 2, 0, "dummy", "Dummy Incident", List.of())),
                quiet(bird(30001, 2, -1, "canaryviolation", "Local Tampering Detected", tampering()))
                        .from(Kind.Source.PORTLESS));
    }

    private static Kind quiet(Kind kind) {
        return kind.from(Kind.Source.NONE);
    }

    private static List<Field<Event>> rollback() {
        return timed(
                fixed("Canary Status", "online again with its former settings"),
                fixed("Erroneous network settings", "10.20.4.0/24 by way of 10.20.9.1"),
                fixed("Restored network settings", "10.20.4.0/24 by way of 10.20.4.1"),
                pick("User", Words.PEOPLE));
    }

    private static List<Field<Event>> tampering() {
        return timed(
                fixed("MESSAGE", "The case of this bird was opened"),
                fixed("MESSAGE_THINKST", "case sensor"),
                number("OLD_LOGTYPE", 1005),
                Field.of("sectors", (out, _) -> out.ascii("[3,17]")));
    }
}
