// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.api;

import dev.birdsong.consolesimulator.http.Reply;
import dev.birdsong.consolesimulator.json.JsonOut;
import java.io.IOException;
import java.io.OutputStream;

/// The small answers of the console.
final class Envelope {

    static final String JSON = "application/json";

    private Envelope() {}

    static void error(Reply reply, int status, String message) throws IOException {
        send(reply, status, "message", message, "result", "error");
    }

    static void success(Reply reply) throws IOException {
        send(reply, 200, "result", "success");
    }

    /// Sends an object of texts, given as keys and values in turn.
    static void send(Reply reply, int status, String... members) throws IOException {
        try (OutputStream body = reply.begin(status, JSON)) {
            var out = new JsonOut(body);
            for (int i = 0; i < members.length; i += 2) {
                out.raw(i == 0 ? '{' : ',');
                out.string(members[i]);
                out.raw(':');
                out.string(members[i + 1]);
            }
            out.raw('}');
            out.flush();
        }
    }
}
