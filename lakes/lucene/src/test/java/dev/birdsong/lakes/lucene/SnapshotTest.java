// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene;

import static dev.birdsong.testkit.lake.RecordBuilder.asset;
import static dev.birdsong.testkit.lake.RecordBuilder.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.birdsong.lakes.lucene.store.LakeLock;
import dev.birdsong.lakes.lucene.store.LakeSnapshot;
import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.lake.Hit;
import dev.birdsong.spi.lake.LakeException;
import dev.birdsong.spi.lake.Paging;
import dev.birdsong.spi.lake.Retention;
import dev.birdsong.spi.lake.SearchRequest;
import dev.birdsong.spi.lake.Selection;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.LakeRecord;
import dev.birdsong.spi.record.Schema;
import dev.birdsong.testkit.lake.LakeFixture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A lake that is copied while it is written to.
class SnapshotTest extends LakeFixture {

    @Override
    protected DataLake open(Path folder, Schema schema, Clock time) {
        return LuceneLake.open(folder, schema, time);
    }

    @Test
    void isTheLakeAsItWasWhateverIsWrittenAfterwards() throws IOException, InterruptedException {
        put(record("1").with("hostname", "before").build(), asset("2").build());
        try (LakeSnapshot snapshot = LakeSnapshot.of(lakeFolder())) {
            put(record("1").with("hostname", "after").build());
            for (int i = 0; i < 30; i++) {
                put(many(1_000 + i * 100));
            }

            copy(snapshot);
        }

        assertThat(idsOfCopy()).containsExactlyInAnyOrder("1", "2");
        assertThat(ids(new Query.Text("hostname", "after"))).containsExactly("1");
        assertThat(found(new Query.Text("hostname", "before"))).containsExactly("1");
    }

    @Test
    void outlivesThePartitionsThatAreDroppedMeanwhile() throws IOException, InterruptedException {
        put(record("1").build());
        try (LakeSnapshot snapshot = LakeSnapshot.of(lakeFolder())) {
            var day = new Retention.Lifetime.AtLeast(Duration.ofDays(1));
            lake().expire(new Retention(day, day), clock.millis() + 100L * 24 * 3_600_000);

            copy(snapshot);
        }

        assertThat(ids(new Query.Everything())).isEmpty();
        assertThat(idsOfCopy()).containsExactly("1");
    }

    @Test
    void hasEverythingThatWasAcknowledgedBeforeIt() throws IOException, InterruptedException {
        for (int i = 0; i < 20; i++) {
            put(many(i * 100));
            CompletableFuture<Void> more = CompletableFuture.runAsync(putting(10_000 + i * 100));
            try (LakeSnapshot snapshot = LakeSnapshot.of(lakeFolder())) {
                more.join();
                copy(snapshot);
            }

            assertThat(idsOfCopy()).contains(numbers(0, (i + 1) * 100));
        }
    }

    @Test
    void isNotMadeOfADamagedLake() throws IOException, InterruptedException {
        put(many(0));
        Path file = files().filter(name -> name.toString().endsWith(".cfs"))
                .findFirst()
                .orElseThrow();
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        try (LakeSnapshot snapshot = LakeSnapshot.of(lakeFolder())) {
            assertThatThrownBy(() -> snapshot.files((_, content) -> content.writeTo(OutputStream.nullOutputStream())))
                    .isInstanceOf(LakeException.class)
                    .hasMessageContaining("is damaged")
                    .hasMessageContaining(file.getFileName().toString());
        }
    }

    @Test
    void isNotMadeOfALakeThatLacksAFile() throws IOException, InterruptedException {
        put(many(0));
        Files.delete(files().filter(name -> name.toString().endsWith(".cfs"))
                .findFirst()
                .orElseThrow());

        assertThatThrownBy(() -> LakeSnapshot.of(lakeFolder())).isInstanceOf(LakeException.class);
    }

    @Test
    void tellsThatThereIsNoLake() {
        assertThatThrownBy(() -> LakeSnapshot.of(directory.resolve("elsewhere")))
                .isInstanceOf(LakeException.class)
                .hasMessageContaining("there is no lake");
    }

    @Test
    void isNotReplacedWhileSomebodyWrites() {
        assertThatThrownBy(() -> LakeLock.of(lakeFolder()))
                .isInstanceOf(LakeException.class)
                .hasMessageContaining("in use by another process");
    }

    private Path lakeFolder() {
        return directory.resolve("lake");
    }

    private Path copyFolder() {
        return directory.resolve("copy");
    }

    private Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(lakeFolder())) {
            return files.toList().stream();
        }
    }

    private void copy(LakeSnapshot snapshot) throws IOException {
        snapshot.files((path, content) -> {
            Path file = copyFolder().resolve(path);
            Files.createDirectories(file.resolveSibling(""));
            var bytes = new ByteArrayOutputStream();
            content.writeTo(bytes);
            Files.write(file, bytes.toByteArray());
        });
    }

    private List<String> idsOfCopy() {
        return found(new Query.Everything());
    }

    private List<String> found(Query query) {
        var request = new SearchRequest(new Selection(BOTH, query), Paging.newest(10_000));
        try (DataLake copy = LuceneLake.openReadOnly(copyFolder(), SCHEMA)) {
            return copy.search(ALL, request).hits().stream().map(Hit::id).toList();
        }
    }

    private Runnable putting(int from) {
        return () -> {
            try {
                put(many(from));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    private static LakeRecord[] many(int from) {
        return Stream.of(numbers(from, from + 100))
                .map(id -> record(id).build())
                .toArray(LakeRecord[]::new);
    }

    private static String[] numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(Integer::toString).toArray(String[]::new);
    }
}
