// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// A request as somebody may try it. What is in angle brackets stands for things that [Things] know.
record Attempt(String method, String path, String body) {

    private static final String PLAIN = "-_.~=&?/,:*";

    /// With these things.
    Attempt with(Things things) {
        return new Attempt(method, things.fill(path), things.fill(body));
    }

    /// Whether it is about somebody's things.
    boolean asksForThings() {
        return Things.KINDS.stream().anyMatch(kind -> (path + body).contains(kind));
    }

    /// Whether it names the place behind which to go on, where an id is as good as any text.
    boolean goesOnFromAPlace() {
        return (path + body).contains("search_after");
    }

    Api.Answer by(Api api) {
        return api.send(method, encoded(path), body, "Bearer " + api.token());
    }

    @Override
    public String toString() {
        return method + " " + path + " " + body;
    }

    /// Whatever an address cannot hold as it is.
    static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = one > 0 && (Character.isLetterOrDigit(one) || PLAIN.indexOf(one) >= 0);
            encoded.append(
                    plain ? String.valueOf((char) one) : "%" + HexFormat.of().toHexDigits(one));
        }
        return encoded.toString();
    }
}
