// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.api;

import dev.birdsong.consolesimulator.http.Request;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Makes the links of a cursor, which repeat the filters and, as documented, tell the token.
record CursorLinks(Request request, String token, Cursors cursors) {

    private static final List<String> REPEATED = List.of("shrink", "node_id", "flock_id");

    String give(String cursor) {
        return cursors.give(cursor);
    }

    String to(String cursor) {
        String host = request.header("host").orElse("127.0.0.1");
        var link = new StringBuilder("http://" + host + request.path());
        link.append("?cursor=").append(encoded(cursor));
        link.append("&auth_token=").append(encoded(token));
        for (String name : REPEATED) {
            request.parameter(name).ifPresent(value -> link.append("&" + name + "=" + encoded(value)));
        }
        return link.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
