// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.population;

import static dev.birdsong.consolesimulator.population.EventFields.fixed;
import static dev.birdsong.consolesimulator.population.EventFields.hex;
import static dev.birdsong.consolesimulator.population.EventFields.nothing;
import static dev.birdsong.consolesimulator.population.EventFields.number;
import static dev.birdsong.consolesimulator.population.EventFields.object;
import static dev.birdsong.consolesimulator.population.EventFields.pick;
import static dev.birdsong.consolesimulator.population.EventFields.steady;
import static dev.birdsong.consolesimulator.population.EventFields.timed;

import dev.birdsong.consolesimulator.json.Field;
import dev.birdsong.consolesimulator.json.Pool;
import java.util.ArrayList;
import java.util.List;

/// Somebody touches a token. The console looks up the source some seconds later, and adds what it found.
final class TokenKinds {

    private TokenKinds() {}

    static List<Kind> all() {
        return List.of(
                dns(16000, 40, "dns", List.of()),
                dns(
                        16006,
                        8,
                        "windows-dir",
                        List.of(pick("windows_desktopini_access_username", Words.USERNAMES), COMPUTER)),
                dns(16008, 8, "pdf-acrobat-reader", List.of()),
                dns(16011, 10, "sensitive-cmd", List.of(pick("cmd_user_name", Words.USERNAMES), COMMAND)),
                http(17000, 40, "http", Words.AGENTS, List.of()),
                http(17003, 10, "cloned-web", Words.AGENTS, List.of(REFERER, CLONED)),
                http(17004, 30, "doc-msword", Words.OFFICE_AGENTS, List.of()),
                http(17009, 4, "qr-code", Words.AGENTS, List.of()),
                http(17012, 30, "aws-id", Words.AWS_AGENTS, List.of(pick("event_name", Words.AWS_CALLS))),
                http(17020, 3, "slack-api", Words.AGENTS, List.of()),
                http(17022, 3, "wireguard", Words.AGENTS, List.of(hex("client_public_key", 44))),
                http(17023, 10, "doc-msexcel", Words.OFFICE_AGENTS, List.of()),
                http(17024, 3, "azure-id", Words.AGENTS, List.of()),
                http(17026, 6, "azure-entra-login", Words.AGENTS, List.of()),
                http(17027, 3, "credit-card", Words.AGENTS, List.of(CARD, MERCHANT)),
                http(17029, 3, "mysql-dump", Words.AGENTS, List.of()));
    }

    private static final Field<Event> COMPUTER = pick("windows_desktopini_computer_name", Words.WORKSTATIONS);
    private static final Field<Event> COMMAND = pick("cmd_process", Words.COMMANDS);
    private static final Field<Event> REFERER = fixed("referer", "https://portal.example.org.login.test/");
    private static final Field<Event> CLONED = fixed("cloned_site", "https://portal.example.org/");
    private static final Field<Event> CARD = fixed("masked_card_number", "**** **** **** 4242");
    private static final Field<Event> MERCHANT = fixed("merchant", "Example Streaming Ltd");

    private static Kind dns(int logtype, int weight, String type, List<Field<Event>> more) {
        List<Field<Event>> fields = common(type, more);
        fields.add(Field.of("hostname", (out, event) -> out.string(mixedCase(event))));
        fields.add(number("dst_port", 53));
        return Kind.token(logtype, weight, 53, timed(fields));
    }

    private static String mixedCase(Event event) {
        char[] name = (event.attack().sensor().nodeId() + ".tokens.example").toCharArray();
        for (int i = 0; i < name.length; i++) {
            if ((Draws.of(event.draw(), i) & 1) == 0) {
                name[i] = Character.toUpperCase(name[i]);
            }
        }
        return new String(name);
    }

    private static Kind http(int logtype, int weight, String type, Pool agents, List<Field<Event>> more) {
        List<Field<Event>> fields = common(type, more);
        fields.add(headers(agents));
        fields.add(nothing("request_args"));
        fields.add(number("dst_port", 80, 443));
        fields.add(TokenLookups.SCANNER);
        return Kind.token(logtype, weight, 80, timed(fields));
    }

    private static Field<Event> headers(Pool agents) {
        return object(
                "headers",
                List.of(
                        steady("User-Agent", agents),
                        fixed("Accept", "*/*"),
                        fixed("Accept-Encoding", "gzip, deflate"),
                        fixed("Connection", "close")));
    }

    private static List<Field<Event>> common(String type, List<Field<Event>> more) {
        List<Field<Event>> fields = new ArrayList<>(more);
        fields.add(fixed("type", type));
        fields.add(Field.of(
                "canarytoken",
                (out, event) -> out.string(event.attack().sensor().nodeId())));
        fields.add(
                Field.of("src_host", (out, event) -> out.string(event.attack().source())));
        fields.add(Field.of(
                "src_port", (out, event) -> out.number(1024 + Draws.below(64_000, event.draw("src_port")))));
        fields.add(TokenLookups.GEOIP);
        fields.add(TokenLookups.BLOCKLIST);
        return fields;
    }
}
