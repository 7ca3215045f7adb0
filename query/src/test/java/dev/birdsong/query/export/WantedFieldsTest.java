// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.spi.record.Document;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WantedFieldsTest {

    private static final List<String> PATHS = List.of("a", "a.b", "a.b.c", "x.y", "list", "nothing", "null");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"a\":1.50,\"q\":{\"a\":2},\"x\":{\"y\":\"z\",\"w\":[1,{\"y\":2}]}}",
                "{\"a\":{\"b\":{\"c\":1},\"d\":2},\"x.y\":3,\"x\":{\"y\":true}}",
                "{\"a\":[{\"b\":1},[{\"b\":2}],3],\"list\":[[[1],2],{\"z\":3},4],\"null\":null}",
                "{\"a.b\":{\"c\":1},\"a\":{\"b.c\":2},\"x.\":{\"y\":4},\"null\":[null,5]}"
            })
    void hasWhatAllFieldsHave(String json) {
        Document document = Document.of(json);
        Map<String, String> all = new HashMap<>(DocumentFields.of(document));
        all.keySet().retainAll(PATHS);

        assertThat(new WantedFields(PATHS).of(document)).isEqualTo(all);
    }

    @Test
    void goesThroughDeepDocuments() {
        String deep = "{\"a\":" + "[".repeat(5_000) + "1" + "]".repeat(5_000) + ",\"q\":" + "[".repeat(5_000)
                + "]".repeat(5_000) + "}";

        assertThat(new WantedFields(PATHS).of(Document.of(deep))).isEqualTo(Map.of("a", "1"));
        assertThat(DocumentFields.of(Document.of(deep))).isEqualTo(Map.of("a", "1"));
    }

    @Test
    void hasWhatComesBeforeATextStopsBeingJson() {
        Document cut = Document.of("{\"a\":1,\"x\":{\"y\":2},\"list\":[3,");

        assertThat(new WantedFields(PATHS).of(cut)).isEqualTo(Map.of("a", "1", "x.y", "2", "list", "3"));
        assertThat(DocumentFields.of(cut)).isEqualTo(Map.of("a", "1", "x.y", "2", "list", "3"));
    }
}
