// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.run;

import dev.birdsong.engine.StreamKey;
import dev.birdsong.spi.connector.Position;
import dev.birdsong.spi.record.Document;
import java.util.List;
import java.util.Optional;

/// What could not be read and was kept, to be read again.
public interface KeptUnreadable {

    /// What is kept of a source, the oldest first: its stream and its id there.
    List<Key> keys(String sourceKey);

    /// By what something is known.
    record Key(StreamKey stream, String id) {}

    /// What was kept, if it still is.
    Optional<Kept> find(Key key);

    /// What the console sent, and where its stream stood then.
    record Kept(Position position, Document content) {}

    /// It was read: it is kept no longer.
    void read(Key key);

    /// It still could not be read, for this reason.
    void stays(Key key, String reason);
}
