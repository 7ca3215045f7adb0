// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query.answer;

import dev.birdsong.query.body.SourceFilter;
import dev.birdsong.spi.lake.Aggregation;
import dev.birdsong.spi.lake.Hit;
import dev.birdsong.spi.lake.SearchResult;
import dev.birdsong.spi.record.Schema;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;

/// Writes the answer to a search as JSON in UTF-8, hit after hit.
public final class AnswerWriter {

    private final Schema schema;

    public AnswerWriter(Schema schema) {
        this.schema = schema;
    }

    /// Writes an answer and leaves the stream open.
    ///
    /// @param asked what was to be counted
    /// @param source which parts of the records are wanted
    /// @throws IOException if the stream cannot be written to
    /// @throws tools.jackson.core.JacksonException if it cannot either
    public void write(
            OutputStream stream,
            SearchResult result,
            Map<String, Aggregation> asked,
            SourceFilter source,
            Duration took)
            throws IOException {
        try (JsonGenerator out = generator(stream)) {
            out.writeStartObject();
            out.writeNumberProperty("took", took.toMillis());
            out.writeBooleanProperty("timed_out", result.timedOut());
            out.writeObjectPropertyStart("hits");
            out.writeObjectPropertyStart("total");
            out.writeNumberProperty("value", result.total());
            out.writeStringProperty("relation", result.exact() ? "eq" : "gte");
            out.writeEndObject();
            out.writeArrayPropertyStart("hits");
            for (Hit hit : result.hits()) {
                write(out, stream, hit, source);
            }
            out.writeEndArray();
            out.writeEndObject();
            if (!asked.isEmpty()) {
                out.writeObjectPropertyStart("aggregations");
                new AggregationWriter(schema, out).write(asked, result.aggregations());
                out.writeEndObject();
            }
            out.writeEndObject();
        }
    }

    private static JsonGenerator generator(OutputStream stream) {
        JsonGenerator out = SourceCopy.JSON.createGenerator(ObjectWriteContext.empty(), stream);
        return out.configure(StreamWriteFeature.AUTO_CLOSE_TARGET, false)
                .configure(StreamWriteFeature.FLUSH_PASSED_TO_STREAM, false);
    }

    private static void write(JsonGenerator out, OutputStream stream, Hit hit, SourceFilter source) throws IOException {
        out.writeStartObject();
        out.writeStringProperty("_index", hit.index());
        out.writeStringProperty("_id", hit.id());
        out.writeName("_score");
        out.writeNull();
        if (!source.equals(SourceFilter.NONE)) {
            out.writeName("_source");
            // what the generator holds comes first, then the record as it lies in the lake
            out.writeRawValue("");
            out.flush();
            if (source.isAll()) {
                hit.document().writeTo(stream);
            } else {
                stream.write(SourceCopy.of(hit.document(), source));
            }
        }
        out.writeArrayPropertyStart("sort");
        hit.sort().forEach(value -> Scalars.write(out, value));
        out.writeEndArray();
        out.writeEndObject();
    }
}
