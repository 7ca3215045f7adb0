// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.api;

import dev.birdsong.consolesimulator.http.Reply;
import dev.birdsong.consolesimulator.http.Request;
import dev.birdsong.consolesimulator.json.Field;
import dev.birdsong.consolesimulator.json.JsonOut;
import dev.birdsong.consolesimulator.settings.Effect;
import dev.birdsong.consolesimulator.settings.Switches;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// One request to the API while it is answered.
record Call(Request request, Reply reply, Switches switches, List<Effect> effects) {

    Parameters parameters() {
        return new Parameters(request);
    }

    Rendering rendering() {
        int eventLimit = parameters().count("event_limit").orElse(Integer.MAX_VALUE);
        boolean shrink = parameters().truth("shrink", switches.shrinkDefault());
        return new Rendering(switches, eventLimit, shrink, new Damage(effects));
    }

    /// Streams an answer.
    <T> void answer(T what, Field.Value<T> value) throws IOException {
        if (switches.gzip() && request.takesGzip()) {
            reply.gzip();
        }
        try (OutputStream body = reply.begin(200, Envelope.JSON)) {
            var out = new JsonOut(body);
            value.write(out, what);
            out.flush();
        }
    }
}
