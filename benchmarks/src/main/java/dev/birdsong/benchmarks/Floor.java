// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.benchmarks;

import dev.birdsong.connectors.thinkstcanary.ThinkstCanary;
import dev.birdsong.lakes.lucene.document.Layout;
import dev.birdsong.lakes.lucene.document.RecordFields;
import dev.birdsong.lakes.lucene.document.State;
import dev.birdsong.spi.record.Index;
import dev.birdsong.spi.record.InterflowFields;
import dev.birdsong.spi.record.RecordKey;
import dev.birdsong.spi.record.Schema;
import dev.birdsong.spi.record.Version;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;

/// The least that brings incidents from a console into Lucene: pages over HTTP, cut into records, the same fields, a
/// commit a second. It knows no ids again, keeps no position, survives no fault.
public final class Floor {

    private static final Schema SCHEMA = InterflowFields.SCHEMA.with(new ThinkstCanary(Path.of("unused")).fields());
    private static final Duration COMMIT_EVERY = Duration.ofSeconds(1);
    private static final int BUFFER_MEGABYTES = 64;
    private static final List<FloorPage.Made> END = List.of();

    private final BlockingQueue<List<FloorPage.Made>> queue = new ArrayBlockingQueue<>(8);
    private final CountDownLatch read = new CountDownLatch(1);
    private final IndexWriter writer;

    private Floor(IndexWriter writer) {
        this.writer = writer;
    }

    /// Reads all incidents of the console at `host:port` with a token into a folder.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        IndexWriterConfig config = new IndexWriterConfig()
                .setIndexSort(Layout.indexSort())
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setMaxFullFlushMergeWaitMillis(0);
        try (var directory = FSDirectory.open(Path.of(arguments[2]));
                var writer = new IndexWriter(directory, config)) {
            new Floor(writer).run(arguments[0], arguments[1]);
            System.out.println(writer.getDocStats().numDocs + " records");
        }
    }

    private void run(String host, String token) throws IOException, InterruptedException {
        List<Thread> threads = List.of(
                Thread.ofPlatform().start(this::index),
                Thread.ofPlatform().start(this::index),
                Thread.ofPlatform().start(this::commit));
        read(host, token);
        queue.put(END);
        for (Thread thread : threads.subList(0, 2)) {
            thread.join();
        }
        read.countDown();
        threads.get(2).join();
        writer.commit();
    }

    private void read(String host, String token) throws IOException, InterruptedException {
        String incidents = "http://" + host + "/api/v1/incidents/all?shrink=false&";
        Optional<String> query = Optional.of("incidents_since=0&limit=1000");
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (query.isPresent()) {
                HttpRequest request = HttpRequest.newBuilder(URI.create(incidents + query.get()))
                        .header("X-Canary-Auth-Token", token)
                        .build();
                FloorPage page = FloorPage.read(
                        client.send(request, BodyHandlers.ofByteArray()).body());
                queue.put(page.records());
                query = page.cursor().map(next -> "cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
            }
        }
    }

    private void index() {
        var fields = new RecordFields(SCHEMA);
        try {
            for (List<FloorPage.Made> records = queue.take(); !records.isEmpty(); records = queue.take()) {
                for (FloorPage.Made record : records) {
                    writer.addDocument(fields.of(
                            new RecordKey(Index.SYSLOG, "local", record.id(), record.timestamp()),
                            new State(Version.NONE, record.id(), 0, State.NO_LISTS),
                            record.json(),
                            "floor",
                            record.timestamp()));
                }
            }
            queue.put(END);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("the floor broke", e);
        }
    }

    private void commit() {
        try {
            while (!read.await(COMMIT_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                writer.commit();
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("the floor broke", e);
        }
    }
}
