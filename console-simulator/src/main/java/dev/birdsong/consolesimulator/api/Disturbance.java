// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.api;

import dev.birdsong.consolesimulator.http.Reply;
import dev.birdsong.consolesimulator.settings.Effect;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Lets effects strike one answer.
final class Disturbance {

    private static final String HTML = "text/html; charset=utf-8";
    private static final String PAGE = "<!DOCTYPE html><html><head><title>%s</title></head>"
            + "<body><h1>%s</h1><hr><p>proxy.corp.example</p></body></html>\n";
    private static final byte[] FILLING = "bird".repeat(1 << 14).getBytes(StandardCharsets.US_ASCII);

    private final Reply reply;

    Disturbance(Reply reply) {
        this.reply = reply;
    }

    void strike(Effect effect) throws IOException {
        switch (effect) {
            case Effect.Beside beside -> disturb(beside);
            case Effect.Instead instead -> answer(instead);
        }
    }

    private void disturb(Effect.Beside effect) throws IOException {
        switch (effect) {
            case Effect.Delay delay -> pause(delay.time());
            case Effect.Cut cut -> reply.cutAfter(cut.bytes());
            case Effect.Slow slow -> reply.slow(slow.bytesPerSecond());
            case Effect.BrokenAt _, Effect.BrokenRecord _ -> {} // done while the records are written
        }
    }

    private void answer(Effect.Instead effect) throws IOException {
        switch (effect) {
            case Effect.Reset _ -> reply.reset();
            case Effect.Status status -> answer(status);
            case Effect.TooMany many -> answer(many);
            case Effect.Quota _ -> {} // told as a 429 where it is exceeded
            case Effect.ProxyPage _ -> reply.send(200, HTML, PAGE.formatted("Sign in", "Sign in to the network"));
            case Effect.ErrorResult _ -> Envelope.error(reply, 200, "Something went wrong");
            case Effect.Bomb bomb -> explode(bomb.megabytes());
        }
    }

    private void answer(Effect.Status status) throws IOException {
        if (status.html()) {
            reply.send(status.code(), HTML, PAGE.formatted("Bad gateway", "The server did not answer"));
        } else {
            Envelope.error(reply, status.code(), "The console cannot answer this");
        }
    }

    private void answer(Effect.TooMany many) throws IOException {
        many.retryAfter().ifPresent(seconds -> reply.header("Retry-After", String.valueOf(seconds)));
        Envelope.error(reply, 429, "Too many requests");
    }

    private void explode(int megabytes) throws IOException {
        reply.gzip();
        try (OutputStream out = reply.begin(200, Envelope.JSON)) {
            out.write("{\"feed\":\"".getBytes(StandardCharsets.US_ASCII));
            for (long left = megabytes * (1L << 20); left > 0; left -= FILLING.length) {
                out.write(FILLING);
            }
            out.write("\",\"result\":\"success\"}".getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static void pause(Duration time) throws IOException {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("stopped while waiting to answer").initCause(e);
        }
    }
}
