// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.spi.connector.Quarantined;
import dev.birdsong.spi.connector.Secret;
import dev.birdsong.spi.record.Document;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuarantineWithoutTest {

    private static final StreamKey STREAM = new StreamKey("source", "incidents");
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    private final List<Quarantined> kept = new ArrayList<>();

    private final Quarantine quarantine = QuarantineWithout.of((_, one) -> kept.add(one), new Secret(TOKEN));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "<html>X-Canary-Auth-Token=[%s]</html>",
                "%s%s, %s",
            })
    void cutsTheSecretOutHoweverOftenItIsThere(String text) {
        String shown = text.replace("%s", TOKEN);

        quarantine.keep(STREAM, new Quarantined("7", "odd: " + shown, Document.of(shown)));

        assertThat(kept).singleElement().satisfies(one -> {
            assertThat(one.content().json()).isEqualTo(text.replace("%s", "***"));
            assertThat(one.reason()).isEqualTo("odd: " + text.replace("%s", "***"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc"})
    void cutsOutWhatBase64MakesOfIt(String before) {
        String encoded = Base64.getEncoder().encodeToString((before + TOKEN + "zz").getBytes(StandardCharsets.UTF_8));

        quarantine.keep(STREAM, new Quarantined("7", "odd", Document.of("Basic " + encoded)));

        String left = kept.getFirst().content().json();
        assertThat(left).contains("***");
        assertThat(left.length()).as(left).isLessThan("Basic ***".length() + 12);
    }

    @Test
    void cutsItOutInCapitals() {
        quarantine.keep(STREAM, new Quarantined("7", "odd", Document.of("<" + TOKEN.toUpperCase(Locale.ROOT) + ">")));

        assertThat(kept.getFirst().content().json()).isEqualTo("<***>");
    }

    @Test
    void leavesEveryOtherByteAsItIs() {
        byte[] every = new byte[256];
        for (int i = 0; i < every.length; i++) {
            every[i] = (byte) i;
        }

        quarantine.keep(STREAM, new Quarantined("7", "odd", Document.owning(every.clone())));

        assertThat(kept.getFirst().content().bytes()).isEqualTo(every);
        assertThat(kept.getFirst().id()).isEqualTo("7");
    }
}
