// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.birdsong.spi.record.Index;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndexNamesTest {

    @Test
    void knowsEveryName() {
        assertThat(IndexNames.parse("syslog")).containsExactly(Index.SYSLOG);
        assertThat(IndexNames.parse("aella-assets-*")).containsExactly(Index.ASSETS);
        assertThat(IndexNames.parse("assets, aella-syslog-*")).containsExactly(Index.SYSLOG, Index.ASSETS);
        assertThat(IndexNames.parse("*")).containsExactly(Index.SYSLOG, Index.ASSETS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "syslog,", "aella-*", "SYSLOG"})
    void knowsNoOther(String names) {
        assertThatThrownBy(() -> IndexNames.parse(names))
                .isInstanceOf(BadSearchException.class)
                .hasMessageStartingWith("index: there is no such index; there are syslog, assets");
    }
}
