// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// What a cursor of a [FakeConsole] holds.
///
/// @param place the last id shown, or how many records were
/// @param bound no newer ids are shown
/// @param limit records of a page
/// @param since only newer ids are shown, where the console remembers
record FakeCursor(long place, long bound, int limit, long since) {

    private static final long FIRST = Long.MIN_VALUE;

    static FakeCursor first(int limit, long since) {
        return new FakeCursor(FIRST, Long.MAX_VALUE, limit, since);
    }

    boolean first() {
        return place == FIRST;
    }

    FakeCursor boundAt(long id) {
        return new FakeCursor(place, id, limit, since);
    }

    FakeCursor at(long next) {
        return new FakeCursor(next, bound, limit, since);
    }

    FakeCursor with(long other) {
        return new FakeCursor(place, bound, limit, other);
    }

    /// @param serial makes every cursor another text, as where it holds when it was given
    String text(int serial) {
        String plain = place + ":" + bound + ":" + limit + ":" + since + ":" + serial;
        return Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    static FakeCursor of(String text) {
        String[] parts = new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8).split(":", 5);
        return new FakeCursor(
                Long.parseLong(parts[0]),
                Long.parseLong(parts[1]),
                Integer.parseInt(parts[2]),
                Long.parseLong(parts[3]));
    }
}
