// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.connector;

import dev.birdsong.spi.catalogue.Description;
import dev.birdsong.spi.record.Document;
import dev.birdsong.spi.record.Field;
import dev.birdsong.spi.time.MonotonicClock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A kind of source, as the catalogue shows it.
public interface ConnectorType {

    /// What kind of product it is, such as `honeypot`.
    String category();

    /// The name that settings and records carry, such as `thinkst_canary`.
    String type();

    /// The name that people read.
    String displayName();

    /// The streams that it can collect.
    List<ContentType> contentTypes();

    /// What the catalogue shows of it beside these, its form and its help.
    Description description();

    /// The listed fields of its records, beside those that all records have.
    List<Field> fields();

    /// Asks the source once whether it is there and accepts the token. Reads nothing else.
    ///
    /// @throws CollectException if it did not answer as it should
    void ping(Connection connection) throws InterruptedException;

    /// Where a content type goes on when everything that is newer than an id of the source is to be read again. Goes
    /// back
    /// only, so that nothing is skipped: from a position before the id it stays where it is.
    ///
    /// @param id of the source, 0 for its beginning
    /// @param clock by which the position's age is known
    Position rewound(ContentType contentType, Position position, long id, MonotonicClock clock);

    /// The listed field in which records of a content type carry the source's id; nothing where it has none.
    Optional<String> idField(ContentType contentType);

    /// How a content type is compared with all that its source holds; nothing where every round reads all of it.
    default Optional<Census> census(ContentType contentType) {
        return Optional.empty();
    }

    /// Tests whether these content types can be collected, step by step, and tells of each. Stores nothing, changes
    /// nothing at the source. Ends by itself within a minute, and at once when interrupted.
    TestReport test(Connection connection, Set<ContentType> contentTypes, TestListener listener)
            throws InterruptedException;

    /// A collector for one of its content types. Asks nothing yet.
    Collector collector(Connection connection, ContentType contentType);

    /// Reads again what could not be read once, with the code of today. Asks nothing. All of it is read and handed
    /// over, or nothing is.
    ///
    /// @param position where the content type stood when it was kept
    /// @param kept what the source sent
    /// @return why it still cannot be read; nothing where it was
    Optional<String> replay(
            Connection connection, ContentType contentType, Position position, Document kept, RecordSink sink)
            throws InterruptedException;
}
