// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query;

import static dev.birdsong.query.Trees.PARSER;
import static dev.birdsong.query.Trees.and;
import static dev.birdsong.query.Trees.everything;
import static dev.birdsong.query.Trees.exists;
import static dev.birdsong.query.Trees.network;
import static dev.birdsong.query.Trees.not;
import static dev.birdsong.query.Trees.or;
import static dev.birdsong.query.Trees.text;
import static dev.birdsong.query.Trees.wildcard;
import static dev.birdsong.query.Trees.word;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.birdsong.spi.query.Query;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class QueryParserTest {

    @ParameterizedTest
    @MethodSource({"values", "joins", "precedence", "fields", "addresses", "escapes"})
    void readsWhatPeopleType(String typed, Query tree) {
        assertThat(PARSER.parse(typed)).isEqualTo(tree);
    }

    static Stream<Arguments> values() {
        return Stream.of(
                arguments("", everything()),
                arguments(" \t\n ", everything()),
                arguments("*", everything()),
                arguments("*:*", everything()),
                arguments("root", word("root")),
                arguments("  root  ", word("root")),
                arguments("*:root", word("root")),
                arguments("\"SSH Login Attempt\"", word("SSH Login Attempt")),
                arguments("\"\"", word("")),
                arguments("files-01", word("files-01")),
                arguments("admin@example.com", word("admin@example.com")),
                arguments("/etc/passwd", word("/etc/passwd")),
                arguments("a&&b", word("a&&b")),
                arguments("a|b&c", word("a|b&c")),
                arguments("~/.ssh", word("~/.ssh")),
                arguments("ro*t", wildcard("*", "ro*t")),
                arguments("r??t", wildcard("*", "r??t")),
                arguments("\"ro*t\"", word("ro*t")),
                arguments("päss\u00a0wörd", and(word("päss"), word("wörd"))));
    }

    static Stream<Arguments> joins() {
        Query a = word("a");
        Query b = word("b");
        return Stream.of(
                arguments("a b", and(a, b)),
                arguments("a AND b", and(a, b)),
                arguments("a && b", and(a, b)),
                arguments("a &&b", and(a, b)),
                arguments("a and b", and(a, b)),
                arguments("a OR b", or(a, b)),
                arguments("a || b", or(a, b)),
                arguments("a or b", or(a, b)),
                arguments("NOT a", not(a)),
                arguments("not a", not(a)),
                arguments("!a", not(a)),
                arguments("! a", not(a)),
                arguments("-a", not(a)),
                arguments("+a", a),
                arguments("+a -b", and(a, not(b))),
                arguments("a NOT b", and(a, not(b))),
                arguments("a AND NOT b", and(a, not(b))));
    }

    static Stream<Arguments> precedence() {
        Query a = word("a");
        Query b = word("b");
        Query c = word("c");
        return Stream.of(
                arguments("NOT NOT a", not(not(a))),
                arguments("--a", not(not(a))),
                arguments("NOT a b", and(not(a), b)),
                arguments("a OR b AND c", or(a, and(b, c))),
                arguments("a OR b c", or(a, and(b, c))),
                arguments("a b OR c", or(and(a, b), c)),
                arguments("a OR b OR c", or(a, b, c)),
                arguments("a AND b AND c", and(a, b, c)),
                arguments("(a OR b) c", and(or(a, b), c)),
                arguments("(a)(b)", and(a, b)),
                arguments("((a))", a),
                arguments("NOT(a OR b)", not(or(a, b))),
                arguments("a AND(b)", and(a, b)),
                arguments("\"a\"\"b\"", and(a, b)),
                arguments("a\"b\"", and(a, b)),
                arguments("\"AND\"", word("AND")),
                arguments("android oracle nothing", and(word("android"), word("oracle"), word("nothing"))),
                arguments("a-b", word("a-b")));
    }

    static Stream<Arguments> fields() {
        return Stream.of(
                arguments("msg_class:canary_incidents", text("msg_class", "canary_incidents")),
                arguments("msg_origin.source:thinkst_canary", text("msg_origin.source", "thinkst_canary")),
                arguments("username: root", text("username", "root")),
                arguments("username.keyword:root", text("username", "root")),
                arguments("event_name:\"SSH Login\"", text("event_name", "SSH Login")),
                arguments("event_name:SSH Login", and(text("event_name", "SSH"), word("Login"))),
                arguments("username:ro*", wildcard("username", "ro*")),
                arguments("username:*", exists("username")),
                arguments("username:[* TO *]", exists("username")),
                arguments("_exists_:username", exists("username")),
                arguments("_exists_:\"a b\"", exists("a b")),
                arguments("_exists_:username.keyword", exists("username")),
                arguments("_exists_:*", everything()),
                arguments("NOT _exists_:username", not(exists("username"))),
                arguments("username:\"\"", text("username", "")),
                arguments("username:(a OR b)", or(text("username", "a"), text("username", "b"))),
                arguments("username:(a b)", and(text("username", "a"), text("username", "b"))),
                arguments("username:(a* -\"b c\")", and(wildcard("username", "a*"), not(text("username", "b c")))),
                arguments("username:((a))", text("username", "a")),
                arguments("username:or", text("username", "or")),
                arguments("or:1", text("or", "1")),
                arguments("-username:root", not(text("username", "root"))),
                arguments("srcport:-5", text("srcport", "-5")),
                arguments("srcport: -5", text("srcport", "-5")),
                arguments("username:!x", text("username", "!x")),
                arguments("revision:0", text("revision", "0")));
    }

    static Stream<Arguments> addresses() {
        return Stream.of(
                arguments("srcip:10.0.0.5", text("srcip", "10.0.0.5")),
                arguments("srcip:10.0.0.0/8", network("srcip", "10.0.0.0", 8)),
                arguments("srcip:10.1.2.3/32", network("srcip", "10.1.2.3", 32)),
                arguments("10.0.0.0/8", network("*", "10.0.0.0", 8)),
                arguments("srcip:\"10.0.0.0/8\"", text("srcip", "10.0.0.0/8")),
                arguments("srcip:2001:db8::/32", network("srcip", "2001:db8::", 32)),
                arguments("srcip:::/0", network("srcip", "::", 0)),
                arguments("2001:db8::/32", network("*", "2001:db8::", 32)),
                arguments("srcip:::ffff:10.0.0.0/104", network("srcip", "10.0.0.0", 8)),
                arguments("srcip:2001:db8::1", text("srcip", "2001:db8::1")),
                arguments("srcip:::1", text("srcip", "::1")),
                arguments("2001:db8::1", word("2001:db8::1")),
                arguments(
                        "srcip:(2001:db8::1 OR 10.0.0.0/8)",
                        or(text("srcip", "2001:db8::1"), network("srcip", "10.0.0.0", 8))),
                arguments("srcip:10.0.*", wildcard("srcip", "10.0.*")),
                arguments("srcip:2001:db8:*", wildcard("srcip", "2001:db8:*")),
                arguments("mac:00:11:22:33:44:55", text("mac", "00:11:22:33:44:55")),
                arguments("mac:00-11-22-33-44-55", text("mac", "00-11-22-33-44-55")),
                arguments("00:11:22:aa:bb:CC", word("00:11:22:aa:bb:CC")),
                arguments("mac:00:11:22:*", wildcard("mac", "00:11:22:*")),
                arguments("face:*", exists("face")));
    }

    static Stream<Arguments> escapes() {
        return Stream.of(
                arguments("a\\:b", word("a:b")),
                arguments("a\\ b", word("a b")),
                arguments("\\(a\\)", word("(a)")),
                arguments("\\-a", word("-a")),
                arguments("ro\\*t", word("ro*t")),
                arguments("ro\\*t*", wildcard("*", "ro\\*t*")),
                arguments("\"say \\\"hi\\\"\"", word("say \"hi\"")),
                arguments("\"a\\\\b\"", word("a\\b")),
                arguments("a\\\\b", word("a\\b")),
                arguments("CORP\\admin", word("CORP\\admin")),
                arguments("CORP\\adm*", wildcard("*", "CORP\\\\adm*")),
                arguments("a\\", word("a\\")),
                arguments("X\\ Y:foo", text("X Y", "foo")),
                arguments("a\\:b:c", text("a:b", "c")),
                arguments("url:http\\://x", text("url", "http://x")),
                arguments("foo\\~2", word("foo~2")),
                arguments("\\/x/", word("/x/")));
    }
}
