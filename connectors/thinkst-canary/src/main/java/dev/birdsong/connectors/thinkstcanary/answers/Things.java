// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

import dev.birdsong.spi.connector.Census.Note;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.Document;
import dev.birdsong.spi.record.LakeRecord;
import dev.birdsong.spi.record.Origin;
import java.util.Optional;

/// What a list of the console is of: things that can be gone, and be back. See [dev.birdsong.spi.connector.Census] for
/// what each method promises.
public sealed interface Things permits AuditThings, IncidentThings {

    boolean numbered();

    String name(Document record);

    Optional<Query> parts(Document record);

    Query takenAwayBy(Document record);

    LakeRecord note(Origin origin, Note note);
}
