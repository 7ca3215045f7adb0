// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.record;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// Of what a record tells: a thing at a source. No part of the document: lakes keep it beside, so that what they hold
/// of a source can be compared with what that shows.
///
/// @param sourceKey the source; empty: of none
/// @param contentType the content type's name
/// @param thing the thing's own number there, or [#number] of its id; several records may tell of one
/// @param group [#number] of what the thing belongs to, such as a flock; 0 where it belongs to nothing
public record Subject(String sourceKey, String contentType, long thing, long group) {

    /// Of nothing that a source shows.
    public static final Subject NONE = new Subject("", "", 0, 0);

    /// The same thing, of which we ourselves note something: not counted among what its source has said.
    public Subject noted() {
        return new Subject(sourceKey, contentType + "/noted", thing, group);
    }

    /// 64 bits that stand for an id: the same for the same text. 0 for a blank one.
    public static long number(String id) {
        if (id.isBlank()) {
            return 0;
        }
        MessageDigest digest = RecordId.sha256();
        return ByteBuffer.wrap(digest.digest(id.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }
}
