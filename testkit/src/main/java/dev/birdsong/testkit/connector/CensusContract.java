// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.testkit.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.spi.connector.Census;
import dev.birdsong.spi.connector.ConnectorType;
import dev.birdsong.spi.connector.Position;
import dev.birdsong.spi.record.Document;
import dev.birdsong.spi.record.LakeRecord;
import dev.birdsong.spi.record.Origin;
import dev.birdsong.testkit.SettableClock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every connector type does whose content types can be compared with all that their source holds.
public abstract class CensusContract {

    private static final SettableClock MOMENT = new SettableClock(Instant.parse("2026-11-24T12:00:00Z"));
    private static final Origin ORIGIN = new Origin("tenant", "Tenant", "source", "connector", "Connector");

    /// The connector type under test.
    protected abstract ConnectorType type();

    @Test
    void comparesSomeContentType() {
        assertThat(censuses()).isNotEmpty();
    }

    @Test
    void beginsToCompareBeforeEverythingAndWithinItsEpoch() {
        censuses().forEach(census -> {
            Position beginning = census.beginning(Position.START, MOMENT);

            assertThat(census.reached(beginning)).isEqualTo(new Census.Reached(0, 0));
            assertThat(census.reached(census.beginning(beginning, MOMENT))).isEqualTo(new Census.Reached(0, 0));
        });
    }

    @Test
    void notesTheSameOnceAndEachThingApart() {
        censuses().forEach(census -> {
            LakeRecord deleted = census.note(ORIGIN, note(Census.Kind.DELETED, 7, 0));

            assertThat(census.note(ORIGIN, note(Census.Kind.DELETED, 7, 0))).isEqualTo(deleted);
            assertThat(List.of(
                            deleted,
                            census.note(ORIGIN, note(Census.Kind.DELETED, 7, 1)),
                            census.note(ORIGIN, note(Census.Kind.DELETED, 8, 0)),
                            census.note(ORIGIN, note(Census.Kind.RETURNED, 7, 0))))
                    .extracting(record -> record.key().id())
                    .doesNotHaveDuplicates();
            assertThat(deleted.document().json()).contains("\"record_type\":\"deleted_at_source\"");
            assertThat(deleted.subject().contentType()).endsWith("/noted");
            assertThat(deleted.key().tenant()).isEqualTo(ORIGIN.tenantId());
        });
    }

    private static Census.Note note(Census.Kind kind, long thing, long episode) {
        long at = MOMENT.millis();
        return new Census.Note(kind, thing, episode, at, Document.of("{}"), Optional.empty());
    }

    private List<Census> censuses() {
        return type().contentTypes().stream()
                .flatMap(contentType -> type().census(contentType).stream())
                .toList();
    }
}
