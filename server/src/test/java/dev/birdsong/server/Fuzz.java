// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Draws requests that are nearly right, or not at all.
record Fuzz(Random random, List<Attempt> attempts, Things things, String token) {

    private static final List<String> METHODS =
            List.of("PATCH", "OPTIONS", "HEAD", "TRACE", "BREW", "get", "PUT", "DELETE", "POST", "GET", "QUERY");
    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json; charset=utf-16",
            "application/json; charset=nothing",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "multipart/form-data",
            "text/xml",
            "*/*",
            "nothing",
            "application/cbor",
            "");
    private static final List<String> ACCEPTS = List.of(
            "*/*", "image/png", "text/html", "application/xml", "nothing at all", "application/json;q=0", "text/csv");
    private static final List<String> EXTRAS = List.of(
            "Content-Encoding: gzip\r\n",
            "Range: bytes=0-5\r\n",
            "X-HTTP-Method-Override: DELETE\r\n",
            "Cookie: a=\u0001; JSESSIONID=x\r\n",
            "Accept-Language: \u00ff\u00fe\r\n",
            "Origin: http://evil.example\r\n",
            "If-None-Match: *\r\n",
            "Authorization: Bearer x\r\n",
            "X-Forwarded-For: 1.2.3.4\r\n",
            "Upgrade: websocket\r\n");

    RawRequest next() {
        Attempt attempt = attempts.get(random.nextInt(attempts.size())).with(things);
        String method = rarely(12) ? METHODS.get(random.nextInt(METHODS.size())) : attempt.method();
        String path = rarely(3) ? bentPath(attempt.path()) : Attempt.encoded(attempt.path());
        byte[] body = rarely(20) ? new byte[0] : body(attempt.body());
        return new RawRequest(method + " " + path + " HTTP/1.1", headers(body.length), body);
    }

    private boolean rarely(int oneOf) {
        return random.nextInt(oneOf) == 0;
    }

    private List<String> headers(int length) {
        List<String> headers = new ArrayList<>();
        headers.add("Content-Length: " + length + "\r\n");
        if (!rarely(30)) {
            headers.add("Authorization: Bearer " + (rarely(30) ? new Strings(random).line() : token) + "\r\n");
        }
        headers.add(
                "Content-Type: " + (rarely(8) ? TYPES.get(random.nextInt(TYPES.size())) : TYPES.getFirst()) + "\r\n");
        if (rarely(8)) {
            headers.add("Accept: " + ACCEPTS.get(random.nextInt(ACCEPTS.size())) + "\r\n");
        }
        if (rarely(12)) {
            headers.add(EXTRAS.get(random.nextInt(EXTRAS.size())));
        }
        return headers;
    }

    private String bentPath(String path) {
        String strange = new Strings(random).any(60);
        return switch (random.nextInt(6)) {
            case 0 -> Attempt.encoded(path + (path.contains("?") ? "&" : "?") + "size=" + strange.replace('&', '.'));
            case 1 -> Attempt.encoded(path) + "%00%ff%c0%af";
            case 2 ->
                Attempt.encoded(path.replaceFirst("[^/?]+(?=$|\\?)", "X").replace("X", strange.replace('?', '.')));
            case 3 ->
                Attempt.encoded(path.replaceFirst("q=.*", "")) + "?q=" + Attempt.encoded(strange.replace('&', '.'));
            case 4 -> path.toUpperCase(Locale.ROOT).replace(" ", "") + ";x=1/..//./%2e%2e/%2f";
            default -> "/" + new Strings(random).line().replace(' ', '.');
        };
    }

    private byte[] body(String text) {
        String bent = text.isEmpty() || rarely(10) ? new Strings(random).any(200) : new BentJson(random).of(text);
        byte[] bytes = bent.getBytes(StandardCharsets.UTF_8);
        int flips = rarely(4) && bytes.length > 0 ? 1 + random.nextInt(4) : 0;
        for (int i = 0; i < flips; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return rarely(15) ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
    }
}
