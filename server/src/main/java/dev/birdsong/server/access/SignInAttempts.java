// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.access;

import dev.birdsong.server.http.ApiException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Bounds how often somebody may try to sign in: ten failures within five minutes for one name from one address, thirty
/// for one address. Safe for many threads.
public final class SignInAttempts {

    private static final int MOST_OF_A_NAME = 10;
    private static final int MOST_OF_AN_ADDRESS = 30;
    private static final int MOST_REMEMBERED = 10_000;
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final InstantSource clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>();

    private record Failures(int count, Instant until) {}

    private record Limit(String key, int most) {}

    SignInAttempts(InstantSource clock) {
        this.clock = clock;
    }

    /// Goes on only if there were not too many failures.
    ///
    /// @throws ApiException 429, with the time after which to try again
    public synchronized void check(String name, String address) {
        Instant now = clock.instant();
        for (Limit limit : limits(name, address)) {
            Failures known = failures.getOrDefault(limit.key(), new Failures(0, now));
            if (known.count() >= limit.most() && known.until().isAfter(now)) {
                throw ApiException.tooMany(
                        "too many failed attempts to sign in: wait and check the email and the key",
                        Duration.between(now, known.until()));
            }
        }
    }

    /// An attempt failed.
    public synchronized void failed(String name, String address) {
        Instant now = clock.instant();
        failures.values().removeIf(known -> !known.until().isAfter(now));
        for (Limit limit : limits(name, address)) {
            failures.merge(
                    limit.key(),
                    new Failures(1, now.plus(WINDOW)),
                    (known, _) -> new Failures(known.count() + 1, known.until()));
        }
        while (failures.size() > MOST_REMEMBERED) {
            failures.remove(failures.keySet().iterator().next());
        }
    }

    private static List<Limit> limits(String name, String address) {
        return List.of(new Limit(address + " " + name, MOST_OF_A_NAME), new Limit(address, MOST_OF_AN_ADDRESS));
    }
}
