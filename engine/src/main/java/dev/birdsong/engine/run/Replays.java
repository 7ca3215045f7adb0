// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.run;

import dev.birdsong.engine.Ledger;
import dev.birdsong.engine.Positions;
import dev.birdsong.engine.Quarantine;
import dev.birdsong.engine.QuarantineWithout;
import dev.birdsong.engine.Replay;
import dev.birdsong.engine.Round;
import dev.birdsong.engine.RoundCounts;
import dev.birdsong.engine.StreamKey;
import dev.birdsong.engine.filter.FilterSet;
import dev.birdsong.spi.connector.Connection;
import dev.birdsong.spi.connector.ConnectorType;
import dev.birdsong.spi.connector.ContentType;
import dev.birdsong.spi.connector.Position;
import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.outbound.Answer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads again, with today's code and today's filters, what a connector's rounds could not read. Asks no console.
public record Replays(ConnectorTypes types, Ports ports, Connection.Time time) {

    /// Where what could not be read is kept, and where what can be read goes.
    public record Ports(DataLake lake, Quarantine quarantine, Ledger ledger, KeptUnreadable kept) {}

    /// What came of it.
    ///
    /// @param read how many were read and are kept no longer
    /// @param unreadable how many stay
    /// @param counts what became of the records
    public record Report(int read, int unreadable, RoundCounts counts) {

        static final Report NONE = new Report(0, 0, RoundCounts.ZERO);

        Report with(Replay.Outcome outcome) {
            boolean stays = outcome.reason().isPresent();
            return new Report(read + (stays ? 0 : 1), unreadable + (stays ? 1 : 0), counts.plus(outcome.counts()));
        }
    }

    /// Reads these again, one by one.
    public Report run(Assignment assignment, List<KeptUnreadable.Key> keys) throws InterruptedException {
        Report report = Report.NONE;
        for (KeptUnreadable.Key key : keys) {
            Optional<KeptUnreadable.Kept> found = ports.kept().find(key);
            if (found.isPresent()) {
                report = report.with(run(assignment, key, found.get()));
            }
        }
        return report;
    }

    private Replay.Outcome run(Assignment assignment, KeptUnreadable.Key key, KeptUnreadable.Kept found)
            throws InterruptedException {
        StreamKey stream = key.stream();
        ConnectorType type = types.of(assignment.connector().general().type());
        ContentType contentType = ConnectorTypes.contentType(type, stream.contentType());
        Connection connection = assignment.connection(Replays::asksNobody, time);
        var replay = new Replay(stream, to(assignment, stream));
        Replay.Outcome outcome =
                replay.run(sink -> type.replay(connection, contentType, found.position(), found.content(), sink));
        outcome.reason()
                .ifPresentOrElse(
                        reason -> ports.kept().stays(key, reason),
                        () -> ports.kept().read(key));
        return outcome;
    }

    private Round.Ports to(Assignment assignment, StreamKey stream) {
        return new Round.Ports(
                ports.lake(),
                new StandingStill(),
                QuarantineWithout.of(ports.quarantine(), assignment.authToken()),
                new FilterSet(assignment.filters()),
                ports.ledger().of(stream));
    }

    private static final class StandingStill implements Positions {

        @Override
        public Position load(StreamKey stream) {
            return Position.START;
        }

        @Override
        public void advance(StreamKey stream, Position next) {
            throw new IllegalStateException("what was kept is read again without moving " + stream);
        }
    }

    private static Answer asksNobody(URI uri, Map<String, String> headers) {
        throw new IllegalStateException("what was kept is read again without asking " + uri);
    }
}
