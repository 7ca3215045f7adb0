// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.spi.record.Document;
import org.junit.jupiter.api.Test;

class DocumentFieldsTest {

    @Test
    void namesALeafByItsPath() {
        var fields = DocumentFields.of(Document.of("{\"a\":{\"b\":1.50,\"c\":null},\"d\":\"x\",\"e\":true}"));

        assertThat(fields).containsEntry("a.b", "1.50").containsEntry("d", "x").containsEntry("e", "true");
        assertThat(fields).hasSize(3);
    }

    @Test
    void joinsTheValuesOfAList() {
        var fields = DocumentFields.of(Document.of("{\"a\":[1,2,{\"b\":3},[4]],\"c\":5}"));

        assertThat(fields).containsEntry("a", "1,2,4").containsEntry("a.b", "3").containsEntry("c", "5");
    }
}
