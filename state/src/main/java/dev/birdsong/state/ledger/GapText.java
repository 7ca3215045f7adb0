// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.ledger;

import dev.birdsong.engine.reconcile.Verdict.Gap;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// Gaps as a text, a line each.
final class GapText {

    private GapText() {}

    static String of(List<Gap> gaps) {
        return gaps.stream()
                .map(gap -> gap.count() + " " + quoted(gap.from()) + " " + quoted(gap.to()))
                .collect(Collectors.joining("\n"));
    }

    static List<Gap> read(String text) {
        return text.lines().map(GapText::line).toList();
    }

    private static Gap line(String line) {
        String[] parts = line.split(" ", 3);
        return new Gap(plain(parts[1]), plain(parts[2]), Long.parseLong(parts[0]));
    }

    private static String quoted(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String plain(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
