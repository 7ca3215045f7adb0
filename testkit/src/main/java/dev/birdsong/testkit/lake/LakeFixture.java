// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.testkit.lake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.lake.Hit;
import dev.birdsong.spi.lake.Paging;
import dev.birdsong.spi.lake.PutResult;
import dev.birdsong.spi.lake.SearchRequest;
import dev.birdsong.spi.lake.SearchResult;
import dev.birdsong.spi.lake.Selection;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.Field;
import dev.birdsong.spi.record.FieldType;
import dev.birdsong.spi.record.Index;
import dev.birdsong.spi.record.InterflowFields;
import dev.birdsong.spi.record.LakeRecord;
import dev.birdsong.spi.record.Schema;
import dev.birdsong.testkit.SettableClock;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A lake under test, and short words for what is asked of it.
public abstract class LakeFixture {

    /// Has a field of each type.
    protected static final Schema SCHEMA = InterflowFields.SCHEMA.with(List.of(
            new Field("score", FieldType.DOUBLE, "a number", "0.5"),
            new Field("flag", FieldType.BOOLEAN, "true or false", "true"),
            new Field("tags", FieldType.TEXT, "several texts", "a"),
            new Field("ips", FieldType.IP, "several addresses", "10.0.0.1")));

    /// Both indices.
    protected static final Set<Index> BOTH = EnumSet.allOf(Index.class);

    /// Every tenant.
    protected static final TenantScope ALL = new TenantScope.All();

    /// What time it is for the lake: a little after the records of [RecordBuilder].
    protected final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T12:00:00Z"));

    @TempDir
    protected Path directory;

    private static final int IDS = 60;

    private DataLake lake;

    /// Opens the lake in a folder.
    protected abstract DataLake open(Path folder, Schema schema, Clock time);

    @BeforeEach
    final void open() {
        lake = open(directory.resolve("lake"), SCHEMA, clock);
    }

    @AfterEach
    final void close() {
        lake.close();
    }

    /// The lake.
    protected final DataLake lake() {
        return lake;
    }

    /// Closes the lake and opens it again.
    protected final void reopen() {
        lake.close();
        open();
    }

    /// Puts records and waits until they are durable.
    protected final PutResult put(LakeRecord... records) throws InterruptedException {
        return lake.put(List.of(records)).await();
    }

    /// All that a query finds, newest first.
    protected final List<Hit> find(Query query) {
        return search(query, Paging.newest(1_000)).hits();
    }

    /// The ids of all that a query finds, newest first.
    protected final List<String> ids(Query query) {
        return find(query).stream().map(Hit::id).toList();
    }

    protected final SearchResult search(Query query, Paging paging) {
        return lake.search(ALL, new SearchRequest(new Selection(BOTH, query), paging));
    }

    /// Puts the same into both, in several commits.
    final void fillAlike(DataLake plain, Random random) throws InterruptedException {
        var records = new RandomRecords(random);
        for (int i = 0; i < 5; i++) {
            List<LakeRecord> batch = records.batch(40, IDS);
            var expected = plain.put(batch).await();
            assertThat(lake.put(batch).await()).isEqualTo(expected);
        }
    }
}
