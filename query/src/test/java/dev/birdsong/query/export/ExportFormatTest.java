// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.spi.lake.Hit;
import dev.birdsong.spi.record.Document;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExportFormatTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void writesARecordALine() throws IOException {
        write(ExportFormat.NDJSON, List.of(), "{\"a\":1}", "{\"a\":2}");

        assertThat(text()).isEqualTo("{\"a\":1}\n{\"a\":2}\n");
    }

    @Test
    void writesOnlyTheChosenFields() throws IOException {
        write(ExportFormat.NDJSON, List.of("a.b", "x"), "{\"a\":{\"b\":\"q\\\"\",\"c\":2}}");

        assertThat(text()).isEqualTo("{\"a.b\":\"q\\\"\"}\n");
    }

    @Test
    void quotesWhatCsvNeedsQuoted() throws IOException {
        write(ExportFormat.CSV, List.of("a", "b"), "{\"a\":\"one, \\\"two\\\"\",\"b\":\"x\\ny\"}");

        assertThat(text()).isEqualTo("a,b\r\n\"one, \"\"two\"\"\",\"x\ny\"\r\n");
    }

    @Test
    void makesNoFormulas() throws IOException {
        write(
                ExportFormat.CSV,
                List.of("a", "b", "c", "d"),
                "{\"a\":\"=cmd|' /C calc'!A0\",\"b\":\"@SUM(1)\",\"c\":\"-5\",\"d\":\"+1-1\"}");

        assertThat(text()).isEqualTo("a,b,c,d\r\n'=cmd|' /C calc'!A0,'@SUM(1),-5,'+1-1\r\n");
    }

    private void write(ExportFormat format, List<String> fields, String... documents) throws IOException {
        ExportFormat.Writer writer = format.writer(out, fields);
        writer.begin();
        for (String document : documents) {
            writer.write(new Hit("i", "id", Document.of(document), List.of()));
        }
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
