// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.spi.record.Field;
import dev.birdsong.spi.record.InterflowFields;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Keeps `docs/records.md` in step with the code. Write it anew with `-Drecords.write`.
class RecordsPageTest {

    @TempDir
    private Path folder;

    @Test
    void saysWhatTheCodeSays() throws Exception {
        RecordsPage code = new RecordsPage(folder);
        String page = Files.readString(RecordsPage.FILE);
        String filledIn = code.filledIn(page);

        if (System.getProperty("records.write") != null) {
            Files.writeString(RecordsPage.FILE, filledIn);
            page = filledIn;
        }

        assertThat(page).isEqualTo(filledIn);
        assertThat(page)
                .contains(code.names().stream()
                        .map(name -> "<!-- from code: " + name + " -->\n")
                        .toList());
    }

    @Test
    void listsNoFieldTwice() {
        assertThat(ThinkstCanaryFields.ALL).extracting(Field::path).doesNotHaveDuplicates();
        assertThat(ThinkstCanaryFields.ALL)
                .allSatisfy(field ->
                        assertThat(InterflowFields.SCHEMA.type(field.path())).isEmpty());
    }
}
