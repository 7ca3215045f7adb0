// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.reconcile;

import dev.birdsong.engine.RoundCounts;
import dev.birdsong.engine.ShownThing;
import dev.birdsong.engine.StreamKey;
import dev.birdsong.spi.connector.Position;
import dev.birdsong.spi.lake.Holdings.Held;
import dev.birdsong.spi.record.RecordKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Keeps how streams were compared with their sources. What the source shows while a walk is open is kept by the
/// [dev.birdsong.engine.Ledger]. Each call is durable when it returns, and throws a
/// [dev.birdsong.engine.PositionException] if it cannot be.
public interface Reconciles {

    /// What is known of a stream.
    StreamCheck of(StreamKey stream);

    /// What is known of a content type of a connector, with one look; nothing if there is no such connector.
    Optional<Standing> standing(String connectorId, String contentType);

    /// What is known of a content type of a connector.
    ///
    /// @param type the connector's type
    /// @param position where its rounds go on
    record Standing(String type, Position position, StreamCheck check) {}

    /// Begins a walk through all that the source holds; one that is open is forgotten.
    void begin(StreamKey stream, OpenWalk walk);

    /// Moves the open walk on.
    void advance(StreamKey stream, Position next);

    /// Notes how far the open walk has come.
    ///
    /// @param more what was done since the last call
    /// @param complete whether everything was read
    void walked(StreamKey stream, RoundCounts more, boolean complete);

    /// Hands over what the source has shown since the walk began, in any order, so that a thing may come often.
    void shown(StreamKey stream, Consumer<ShownThing> consumer);

    /// The things that are, or were, not shown any more.
    List<MissingThing> missing(StreamKey stream);

    /// Notes that things are back, before anything is noted of that elsewhere: what has a time already keeps it.
    void returning(StreamKey stream, List<Long> things, Instant at);

    /// Ends the open walk.
    ///
    /// @param dueAt when to compare again
    void end(StreamKey stream, Verdict verdict, Changes changes, Instant dueAt);

    /// How much of the stream is not in the lake, and why.
    OutsideCounts outside(StreamKey stream);

    /// How many records of this thing log filters have left out.
    long leftOut(StreamKey stream, long thing);

    /// The records of a stream that log filters have left out, some of them, in the order of their ids; none after the
    /// last. Without those that were left out before the place of a record was noted.
    ///
    /// @param after the id of the last one that is known already, or empty
    List<RecordKey> leftOut(Held held, String after);

    /// Notes of records that the lake holds them, so that they are not left out.
    void kept(StreamKey stream, Set<String> ids);
}
