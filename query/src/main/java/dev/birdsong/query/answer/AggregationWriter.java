// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query.answer;

import dev.birdsong.spi.lake.Aggregation;
import dev.birdsong.spi.lake.AggregationResult;
import dev.birdsong.spi.lake.Bucket;
import dev.birdsong.spi.lake.SortValue;
import dev.birdsong.spi.record.FieldType;
import dev.birdsong.spi.record.Schema;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;

/// Writes what was counted, by name.
final class AggregationWriter {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX");

    private final Schema schema;
    private final JsonGenerator out;

    AggregationWriter(Schema schema, JsonGenerator out) {
        this.schema = schema;
        this.out = out;
    }

    void write(Map<String, Aggregation> asked, Map<String, AggregationResult> results) {
        new TreeMap<>(results).forEach((name, result) -> {
            Aggregation aggregation = asked.get(name);
            if (aggregation != null) {
                out.writeName(name);
                out.writeStartObject();
                write(aggregation, result);
                out.writeEndObject();
            }
        });
    }

    private void write(Aggregation aggregation, AggregationResult result) {
        switch (result) {
            case AggregationResult.Measured(SortValue value) -> {
                out.writeName("value");
                Scalars.write(out, value);
            }
            case AggregationResult.Buckets buckets -> {
                if (aggregation instanceof Aggregation.TopValues) {
                    out.writeNumberProperty("doc_count_error_upper_bound", 0);
                    out.writeNumberProperty("sum_other_doc_count", buckets.others());
                }
                out.writeName("buckets");
                out.writeStartArray();
                buckets.buckets().forEach(bucket -> write(aggregation, bucket));
                out.writeEndArray();
            }
        }
    }

    private void write(Aggregation aggregation, Bucket bucket) {
        out.writeStartObject();
        out.writeName("key");
        Scalars.write(out, bucket.key());
        if (bucket.key() instanceof SortValue.Whole(long number)) {
            writeAsText(aggregation, number);
        }
        out.writeNumberProperty("doc_count", bucket.count());
        write(aggregation.within(), bucket.within());
        out.writeEndObject();
    }

    private void writeAsText(Aggregation aggregation, long number) {
        FieldType type = schema.type(aggregation.field()).orElse(FieldType.LONG);
        if (type == FieldType.DATE) {
            out.writeStringProperty(
                    "key_as_string", TIME.format(Instant.ofEpochMilli(number).atZone(zone(aggregation))));
        } else if (type == FieldType.BOOLEAN) {
            out.writeStringProperty("key_as_string", Boolean.toString(number == 1));
        }
    }

    private static ZoneId zone(Aggregation aggregation) {
        if (!(aggregation instanceof Aggregation.DateHistogram histogram)) {
            return ZoneOffset.UTC;
        }
        return switch (histogram.interval()) {
            case Aggregation.Interval.Fixed(var _, ZoneId zone) -> zone;
            case Aggregation.Interval.Calendar(var _, ZoneId zone) -> zone;
        };
    }
}
