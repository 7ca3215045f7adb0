// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query.body;

import dev.birdsong.spi.record.Field;
import dev.birdsong.spi.record.FieldType;
import dev.birdsong.spi.record.InterflowFields;
import dev.birdsong.spi.record.Schema;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/// Reads bodies in which quotes are single: it is 10:30:15.250 on Tuesday, 24 November 2026.
final class Bodies {

    static final Schema SCHEMA = InterflowFields.SCHEMA.with(
            List.of(new Field("score", FieldType.DOUBLE, "", ""), new Field("flag", FieldType.BOOLEAN, "", "")));
    static final SearchReader READER = new SearchReader(SCHEMA, () -> Instant.parse("2026-11-24T10:30:15.250Z"));

    private Bodies() {}

    static SearchBody read(String body) {
        return READER.body(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
