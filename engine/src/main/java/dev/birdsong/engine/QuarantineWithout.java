// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine;

import dev.birdsong.spi.connector.Quarantined;
import dev.birdsong.spi.connector.Secret;
import dev.birdsong.spi.record.Document;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A quarantine that never keeps a secret: a console, or a proxy before it, may show in its answer what it was asked
/// with. In the place of the secret, as it is or as Base64 writes it, there are stars.
///
/// @param kept takes the rest
/// @param secrets what is cut out, the longest first
public record QuarantineWithout(Quarantine kept, List<String> secrets) implements Quarantine {

    private static final String STARS = "***";

    /// Shorter ones would be found everywhere.
    private static final int SHORTEST = 4;

    public QuarantineWithout {
        secrets = List.copyOf(secrets);
    }

    /// Keeps everything but this secret.
    public static Quarantine of(Quarantine kept, Secret secret) {
        String text = secret.reveal();
        return text.length() < SHORTEST
                ? kept
                : new QuarantineWithout(
                        kept,
                        Stream.concat(
                                        Stream.of(text, text.toUpperCase(Locale.ROOT), text.toLowerCase(Locale.ROOT)),
                                        encoded(text))
                                .distinct()
                                .toList());
    }

    /// In Base64 a text begins at any of three places in a group; what its neighbours share in is not it alone.
    private static Stream<String> encoded(String text) {
        return Stream.of("", "x", "xx").map(before -> {
            byte[] bytes = (before + text).getBytes(StandardCharsets.UTF_8);
            String all = Base64.getEncoder().withoutPadding().encodeToString(bytes);
            int shared = before.isEmpty() ? 0 : before.length() + 1;
            return all.substring(shared, bytes.length * 8 / 6);
        });
    }

    @Override
    public void keep(StreamKey stream, Quarantined unreadable) {
        kept.keep(stream, without(unreadable));
    }

    private Quarantined without(Quarantined unreadable) {
        // one character a byte, so that bytes that are no text stay as they are
        String content = new String(unreadable.content().bytes(), StandardCharsets.ISO_8859_1);
        String cut = cut(content);
        return new Quarantined(
                unreadable.id(),
                cut(unreadable.reason()),
                cut.equals(content)
                        ? unreadable.content()
                        : Document.owning(cut.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private String cut(String text) {
        String cut = text;
        for (String secret : secrets) {
            cut = cut.replace(secret, STARS);
        }
        return cut;
    }
}
