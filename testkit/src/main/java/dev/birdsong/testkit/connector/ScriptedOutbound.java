// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.testkit.connector;

import dev.birdsong.spi.outbound.Answer;
import dev.birdsong.spi.outbound.Outbound;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A way out that leads to a script, and remembers what was asked.
public final class ScriptedOutbound implements Outbound {

    private final Script script;
    private final List<Asked> asked = new ArrayList<>();

    public ScriptedOutbound(Script script) {
        this.script = script;
    }

    /// Answers requests.
    @FunctionalInterface
    public interface Script {
        Answer answer(URI uri) throws IOException;
    }

    /// One request.
    public record Asked(URI uri, Map<String, String> headers) {}

    @Override
    public Answer get(URI uri, Map<String, String> headers) throws IOException {
        asked.add(new Asked(uri, headers));
        return script.answer(uri);
    }

    /// All requests so far.
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    /// An answer in JSON.
    public static Answer json(int status, String body) {
        return answer(status, Map.of("content-type", "application/json"), body);
    }

    /// An answer with headers by lower-case name.
    public static Answer answer(int status, Map<String, String> headers, String body) {
        return new Answer(status, headers, new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }
}
