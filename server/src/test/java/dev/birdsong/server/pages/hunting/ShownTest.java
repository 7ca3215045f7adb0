// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.hunting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownTest {

    @Test
    void makesVisibleWhatCannotBeSeen() {
        assertThat(Shown.text("admin\u0000root")).isEqualTo("admin␀root");
        assertThat(Shown.text("invoice\u202Efdp.exe")).isEqualTo("invoice⟨U+202E⟩fdp.exe");
        assertThat(Shown.text("a\r\nb\u007F")).isEqualTo("a␍␊b␡");
        assertThat(Shown.text("x\uD800y")).isEqualTo("x⟨U+D800⟩y");
        assertThat(Shown.text(" ")).isEqualTo("␠");
        assertThat(Shown.text("שלום é 中 🐦")).isEqualTo("שלום é 中 🐦");
    }

    @Test
    void cutsWhatATableHasNoRoomForAndNoCharacterInHalf() {
        assertThat(Shown.cell("a".repeat(100_000))).hasSize(161).endsWith("…");
        assertThat(Shown.cell("a".repeat(159) + "🐦🐦")).isEqualTo("a".repeat(159) + "…");
    }
}
