// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads HTTP/1.1 requests from a connection, one after another.
final class RequestReader {

    private static final int LONGEST_LINE = 1 << 16;
    private static final int LARGEST_BODY = 1 << 26;

    private final InputStream in;

    RequestReader(InputStream in) {
        this.in = in;
    }

    /// The next request; empty where the client has ended the connection.
    Optional<Request> next() throws IOException {
        String line = line();
        if (line.isEmpty()) {
            return Optional.empty();
        }
        String[] words = line.split(" ", 3);
        if (words.length < 3) {
            throw new IOException("not an HTTP request");
        }
        Map<String, String> headers = headers();
        String body = body(headers);
        return Optional.of(request(words[0], words[1], headers, body));
    }

    private static Request request(String method, String target, Map<String, String> headers, String body)
            throws IOException {
        var parameters = new HashMap<String, String>();
        int question = target.indexOf('?');
        if (question >= 0) {
            addParameters(parameters, target.substring(question + 1));
        }
        boolean form = headers.getOrDefault("content-type", "").startsWith("application/x-www-form-urlencoded");
        if (form) {
            addParameters(parameters, body);
        }
        String path = question < 0 ? target : target.substring(0, question);
        return new Request(method, decoded(path), parameters, headers, form ? "" : body);
    }

    private static void addParameters(Map<String, String> parameters, String encoded) throws IOException {
        for (String pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
    }

    private static String decoded(String text) throws IOException {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IOException("not an HTTP request: a broken escape in its address", e);
        }
    }

    private Map<String, String> headers() throws IOException {
        var headers = new HashMap<String, String>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
                headers.put(name, line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    private String body(Map<String, String> headers) throws IOException {
        String length = headers.getOrDefault("content-length", "0");
        if (!length.matches("\\d{1,8}") || Integer.parseInt(length) > LARGEST_BODY) {
            throw new IOException("a request body that is too large");
        }
        int bytes = Integer.parseInt(length);
        byte[] body = in.readNBytes(bytes);
        if (body.length < bytes) {
            throw new EOFException("a request body that ends early");
        }
        return new String(body, StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (line.length() >= LONGEST_LINE) {
                throw new IOException("a request line that is too long");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
