// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene;

import static dev.birdsong.testkit.lake.RecordBuilder.asset;
import static dev.birdsong.testkit.lake.RecordBuilder.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.birdsong.spi.lake.Acknowledgement;
import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.lake.Hit;
import dev.birdsong.spi.lake.LakeException;
import dev.birdsong.spi.lake.Paging;
import dev.birdsong.spi.lake.PutResult;
import dev.birdsong.spi.lake.Sort;
import dev.birdsong.spi.lake.SortValue;
import dev.birdsong.spi.query.Bound;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.Document;
import dev.birdsong.spi.record.InterflowFields;
import dev.birdsong.spi.record.LakeRecord;
import dev.birdsong.spi.record.RecordKey;
import dev.birdsong.spi.record.Schema;
import dev.birdsong.testkit.lake.LakeFixture;
import dev.birdsong.testkit.lake.RecordBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What a lake on disk promises beyond what every lake does.
@Timeout(60)
class WritingTest extends LakeFixture {

    private static final int MEGABYTE = 1 << 20;

    @Override
    protected DataLake open(Path folder, Schema schema, Clock time) {
        return LuceneLake.open(folder, schema, time);
    }

    @Test
    void knowsItsRecordsAgainAfterAReopening() throws InterruptedException {
        put(record("1").with("hostname", "before").build(), asset("1").build());

        reopen();

        assertThat(put(
                        record("1").with("hostname", "before").build(),
                        asset("1").build()))
                .isEqualTo(new PutResult(0, 0, 2));
        assertThat(put(record("1").with("hostname", "after").build())).isEqualTo(new PutResult(0, 1, 0));
        assertThat(ids(new Query.Text("hostname", "after"))).containsExactly("1");
    }

    @Test
    void neverGivesAnEarlierWriteTimeAfterAReopening() throws InterruptedException {
        put(record("1").build());
        clock.set(clock.instant().minusSeconds(3_600));
        reopen();
        put(record("2").build());

        assertThat(newestWriteTimesFirst(0)).extracting(Hit::id).containsExactly("2", "1");
    }

    @Test
    void showsWhatNobodyWaitsFor() throws InterruptedException {
        lake().put(List.of(record("1").build()));

        List<String> found = ids(new Query.Everything());
        while (found.isEmpty()) {
            found = ids(new Query.Everything());
        }

        assertThat(found).containsExactly("1");
    }

    @Test
    void letsAReaderFollowWriteTimesWhoAsksForTheLastOneAgain() throws Exception {
        int count = 1_000;
        var putting = new FutureTask<>(() -> putOneByOne(count));
        Thread.ofPlatform().start(putting);

        Set<String> followed = new HashSet<>();
        long seen = 0;
        boolean last = false;
        while (!last) {
            last = putting.isDone();
            List<Hit> more = newestWriteTimesFirst(seen);
            more.forEach(hit -> followed.add(hit.id()));
            seen = more.isEmpty()
                    ? seen
                    : ((SortValue.Whole) more.getFirst().sort().getFirst()).value();
        }

        assertThat(putting.get()).hasSize(count);
        assertThat(followed).hasSize(count);
    }

    private List<Acknowledgement> putOneByOne(int count) throws InterruptedException {
        List<Acknowledgement> puts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long time = RecordBuilder.TIME - i % 7 * 400_000_000L;
            puts.add(lake().put(List.of(record("id-" + i).at(time).build())));
            if (i % 100 == 0) {
                puts.getLast().await();
            }
        }
        for (Acknowledgement put : puts) {
            put.await();
        }
        return puts;
    }

    private List<Hit> newestWriteTimesFirst(long from) {
        Query later = new Query.Range("write_time", new Bound.At(Long.toString(from), true), new Bound.Open());
        return search(later, new Paging(List.of(Sort.descending("write_time")), 0, 5_000, List.of(), true))
                .hits();
    }

    @Test
    void waitsWhenTooMuchIsUnwritten() throws Exception {
        var opened = new CountDownLatch(1);
        var handed = new AtomicInteger();
        try (DataLake slow = NumberedStates.open(directory.resolve("slow"), folder -> new Gated(folder, opened))) {
            var putting = new FutureTask<>(() -> {
                Acknowledgement put = slow.put(List.of());
                for (int i = 0; i < 40; i++) {
                    String value = Integer.toString(i).repeat(MEGABYTE / 2);
                    put = slow.put(List.of(record("id-" + i)
                            .with("number", i)
                            .with("value", value)
                            .build()));
                    handed.incrementAndGet();
                }
                return put.await();
            });
            Thread thread = Thread.ofPlatform().start(putting);
            while (thread.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            assertThat(handed.get()).isLessThan(40);

            opened.countDown();

            assertThat(putting.get()).isEqualTo(new PutResult(1, 0, 0));
            assertThat(NumberedStates.held(slow)).hasSize(40);
        }
    }

    @Test
    void takesWhatIsNoJson() throws InterruptedException {
        put(
                broken(record("text").build(), "no json".getBytes(StandardCharsets.UTF_8)),
                broken(record("bytes").build(), new byte[] {'{', '"', (byte) 0xff, '"', ':', '"', (byte) 0xc3, '"'}),
                broken(asset("cut").uniting("ips").build(), new byte[] {'{', '"', 'i', 'p', 's', '"', ':', '['}));
        put(asset("cut").uniting("ips").with("ips", "10.0.0.1").build());

        assertThat(ids(new Query.Everything())).containsExactlyInAnyOrder("text", "bytes", "cut");
        assertThat(ids(new Query.Text("ips", "10.0.0.1"))).containsExactly("cut");
    }

    private static LakeRecord broken(LakeRecord record, byte[] document) {
        RecordKey key = record.key();
        return new LakeRecord(
                key, record.version(), "broken", Document.owning(document), record.united(), record.subject());
    }

    @Test
    void takesDeepDocuments() throws InterruptedException {
        int depth = 100_000;
        String deep = "{\"ips\":" + "[".repeat(depth) + "\"bottom\"" + "]".repeat(depth) + "}";

        put(
                record("1").json(deep).build(),
                asset("2").json(deep.replace("ips", "a")).uniting("ips").build());

        assertThat(ids(new Query.Text("*", "bottom"))).containsExactlyInAnyOrder("1", "2");
    }

    @Test
    void refusesALakeOfANewerVersionInOneLine() throws IOException {
        Path newer = Files.createDirectories(directory.resolve("newer"));
        Files.writeString(newer.resolve("lake.properties"), "format=2\n");

        assertThatExceptionOfType(LakeException.class)
                .isThrownBy(() -> LuceneLake.open(newer, SCHEMA, clock))
                .withMessageContainingAll(newer.toString(), "newer version", "format=2")
                .withMessageNotContaining("\n");
        assertThatExceptionOfType(LakeException.class)
                .isThrownBy(() -> LuceneLake.openReadOnly(newer, SCHEMA))
                .withMessageContaining("newer version");
        assertThat(newer).isDirectoryContaining("glob:**lake.properties").isNotEmptyDirectory();
    }

    @Test
    void refusesAFolderThatIsInUseInOneLine() {
        assertThatExceptionOfType(LakeException.class)
                .isThrownBy(() -> LuceneLake.open(directory.resolve("lake"), InterflowFields.SCHEMA, clock))
                .withMessageContaining("in use by another process")
                .withMessageNotContaining("\n");
    }

    @Test
    void refusesAFolderThatCannotBeMadeInOneLine() {
        assertThatExceptionOfType(LakeException.class)
                .isThrownBy(() -> LuceneLake.open(Path.of("/proc/birdsong"), SCHEMA, clock))
                .withMessageStartingWith("cannot write to the lake folder /proc/birdsong: ")
                .withMessageNotContaining("\n");
    }

    /// Makes no file until it is opened.
    private static final class Gated extends FilterDirectory {

        private final CountDownLatch opened;

        Gated(Path folder, CountDownLatch opened) throws IOException {
            super(FSDirectory.open(folder));
            this.opened = opened;
        }

        @Override
        public IndexOutput createOutput(String name, IOContext context) throws IOException {
            pass();
            return in.createOutput(name, context);
        }

        @Override
        public IndexOutput createTempOutput(String prefix, String suffix, IOContext context) throws IOException {
            pass();
            return in.createTempOutput(prefix, suffix, context);
        }

        private void pass() throws IOException {
            try {
                opened.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }
}
