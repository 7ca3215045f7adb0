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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1-1",
                "-1+1",
                "@SUM(1)",
                "\\t=1+1",
                "\\r=1+1",
                " =1+1",
                "\\n=1+1",
                "\\uff1d1+1",
                "\\u202e=1",
                "\\u0000=1",
                "-",
                "--1",
                "+"
            })
    void makesNoFormulaOfAnyBeginning(String json) throws IOException {
        write(ExportFormat.CSV, List.of("a"), "{\"a\":\"" + json + "\"}");

        String value = text().substring("a\r\n".length());

        assertThat(value.startsWith("\"") ? value.substring(1) : value).startsWith("'");
    }

    @Test
    void leavesNumbersAndWordsAsTheyAre() throws IOException {
        write(ExportFormat.CSV, List.of("a", "b", "c"), "{\"a\":-5.25,\"b\":\"a=b\",\"c\":\"10.0.0.1\"}");

        assertThat(text()).isEqualTo("a,b,c\r\n-5.25,a=b,10.0.0.1\r\n");
    }

    @Test
    void keepsNulDirectionMarksAndLineEndsInTheirCells() throws IOException {
        String hostile = "a\\u0000b\\u202ec\\r\\nd\\u2028e\\\",";
        write(ExportFormat.CSV, List.of("a", "b"), "{\"a\":\"" + hostile + "\",\"b\":\"x\"}");

        assertThat(text()).isEqualTo("a,b\r\n\"a\0b\u202ec\r\nd\u2028e\"\",\",x\r\n");
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void writesLongValuesWhole(ExportFormat format) throws IOException {
        String value = "x".repeat(100_000);
        write(format, List.of("a"), "{\"a\":\"" + value + "\"}");

        assertThat(text()).contains(value);
    }

    @Test
    void quotesTheHeadsAsWell() throws IOException {
        write(ExportFormat.CSV, List.of("=cmd()", "a,b"));

        assertThat(text()).isEqualTo("'=cmd(),\"a,b\"\r\n");
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
