// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query.export;

import dev.birdsong.spi.lake.Hit;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/// A line for each record: an object of the chosen fields, by path.
final class SomeFields implements ExportFormat.Writer {

    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final OutputStream out;
    private final List<String> fields;
    private final WantedFields wanted;

    SomeFields(OutputStream out, List<String> fields) {
        this.out = out;
        this.fields = List.copyOf(fields);
        this.wanted = new WantedFields(fields);
    }

    @Override
    public void begin() {}

    @Override
    public void write(Hit hit) throws IOException {
        Map<String, String> values = wanted.of(hit.document());
        try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            generator.writeStartObject();
            fields.stream()
                    .filter(values::containsKey)
                    .forEach(field -> generator.writeStringProperty(field, values.get(field)));
            generator.writeEndObject();
        }
        out.write('\n');
    }
}
