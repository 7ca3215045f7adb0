// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

import dev.birdsong.connectors.thinkstcanary.answers.BrokenPageException;
import dev.birdsong.connectors.thinkstcanary.answers.Page;
import dev.birdsong.connectors.thinkstcanary.answers.PageReader;
import dev.birdsong.spi.connector.CollectException;
import dev.birdsong.spi.connector.Connection;
import dev.birdsong.spi.connector.RecordSink;
import dev.birdsong.spi.outbound.Answer;
import dev.birdsong.spi.outbound.HostRefusedException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.util.Map;

/// Asks one console, and turns whatever it answers into a [Reading] or a [CollectException].
final class Console {

    private static final int MARKED = 8192;

    private final Connection connection;
    private final Failures failures;

    Console(Connection connection) {
        this.connection = connection;
        this.failures = new Failures(connection);
    }

    /// Asks once. Where no answer came, that may be since too much was asked for: it counts as one that was cut.
    ///
    /// @throws CollectException if the console answered, but not with success
    Reading ask(String pathAndQuery, PageReader reader, RecordSink sink) throws InterruptedException {
        try (Answer answer = get(pathAndQuery)) {
            if (answer.status() / 100 != 2) {
                throw failures.of(answer, envelope(answer, reader));
            }
            return read(answer, reader, sink);
        } catch (HostRefusedException e) {
            throw failures.notAllowed(e);
        } catch (IOException e) {
            return stopped(e, failures.silent(e));
        }
    }

    CollectException cut(Reading.Cut cut) {
        return failures.cut(cut);
    }

    CollectException unreadable(String what) {
        return failures.unreadable(what);
    }

    private Answer get(String pathAndQuery) throws IOException, InterruptedException {
        Map<String, String> token =
                Map.of("X-Canary-Auth-Token", connection.authToken().reveal(), "Accept", "application/json");
        return connection.outbound().get(uri(pathAndQuery), token);
    }

    /// A console is asked over TLS on the usual port. A host with a port is a simulator on this machine, which speaks
    /// plain HTTP; the way out refuses a plain request to any host but those that the operator listed for it.
    private URI uri(String pathAndQuery) {
        String scheme = connection.host().contains(":") ? "http" : "https";
        return URI.create(scheme + "://" + connection.host() + pathAndQuery);
    }

    private Reading read(Answer answer, PageReader reader, RecordSink sink) throws IOException, InterruptedException {
        BufferedInputStream body = new BufferedInputStream(answer.body(), MARKED);
        try {
            if (!startsLikeJson(body)) {
                throw failures.notJson(answer);
            }
            Page page = reader.read(body, sink);
            failures.check(page, answer);
            // a body that was read to its end leaves the connection fit for the next page
            body.readNBytes(MARKED);
            return new Reading.Whole(page);
        } catch (BrokenPageException e) {
            return Reading.Broken.of(e);
        } catch (IOException e) {
            return stopped(e, failures.unfinished(e));
        }
    }

    private static Reading stopped(IOException e, String reason) throws InterruptedException {
        if (e instanceof InterruptedIOException && Thread.currentThread().isInterrupted()) {
            throw new InterruptedException("stopped while the console was asked");
        }
        return new Reading.Cut(reason, e);
    }

    private static boolean startsLikeJson(BufferedInputStream body) throws IOException {
        body.mark(MARKED);
        int first = body.read();
        for (int i = 1; i < MARKED && first >= 0 && (first <= ' ' || first >= 0xBB); i++) {
            first = body.read();
        }
        body.reset();
        return first == '{';
    }

    /// What an answer that is not a success says in the console's own form, or an empty page.
    private Page envelope(Answer answer, PageReader reader) throws InterruptedException {
        try {
            return reader.read(new Shortened(answer.body()), Discarding.SINK);
        } catch (BrokenPageException | IOException e) {
            return new Page("", "", "", Page.Ids.NONE);
        }
    }
}
