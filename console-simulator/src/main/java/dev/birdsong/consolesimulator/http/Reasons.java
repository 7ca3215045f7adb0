// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.http;

import java.util.Map;

/// The words that go with a status.
final class Reasons {

    private static final Map<Integer, String> WORDS = Map.of(
            200, "OK",
            400, "Bad Request",
            401, "Unauthorized",
            403, "Forbidden",
            404, "Not Found",
            429, "Too Many Requests",
            500, "Internal Server Error",
            502, "Bad Gateway",
            503, "Service Unavailable");

    private Reasons() {}

    static String of(int status) {
        return WORDS.getOrDefault(status, "Status");
    }
}
