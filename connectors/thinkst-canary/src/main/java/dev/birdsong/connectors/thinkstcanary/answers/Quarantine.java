// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

import dev.birdsong.spi.connector.Quarantined;
import dev.birdsong.spi.record.Document;
import dev.birdsong.spi.record.Origin;
import dev.birdsong.spi.record.RecordId;
import java.security.MessageDigest;

/// Gives what cannot be read an id: the same for the same bytes of the same content type at the same source.
final class Quarantine {

    private final Origin origin;
    private final String msgClass;

    Quarantine(Origin origin, String msgClass) {
        this.origin = origin;
        this.msgClass = msgClass;
    }

    Quarantined of(String reason, byte[] content) {
        MessageDigest digest = Hash.sha256();
        digest.update(content);
        String id = RecordId.of(origin, "quarantine", msgClass, Hash.end(digest).text());
        return new Quarantined(id, reason, Document.owning(content));
    }
}
