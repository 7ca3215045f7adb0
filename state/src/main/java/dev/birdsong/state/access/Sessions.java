// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.access;

import dev.birdsong.spi.connector.Secret;
import dev.birdsong.state.sql.Database;
import dev.birdsong.state.sql.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Keeps who is signed in to the pages, by the hash of what their browser holds: for all nodes, and over restarts.
public final class Sessions {

    /// A session that was not used for so long has ended.
    public static final Duration IDLE = Duration.ofHours(8);

    /// However much it is used, it ends after this time.
    public static final Duration LONGEST = Duration.ofDays(7);

    private static final Duration PRECISION = Duration.ofMinutes(5);

    private final Database database;
    private final Users users;
    private final RandomGenerator random;
    private final InstantSource clock;

    private record Held(String userId, long stamp, Instant started, Instant used) {

        boolean isAlive(Instant now) {
            return used.plus(IDLE).isAfter(now) && started.plus(LONGEST).isAfter(now);
        }
    }

    public Sessions(Database database, Users users, RandomGenerator random, InstantSource clock) {
        this.database = database;
        this.users = users;
        this.random = random;
        this.clock = clock;
    }

    /// Begins one; what the browser has to hold.
    public Secret begin(User user) {
        byte[] bits = new byte[32];
        random.nextBytes(bits);
        Secret token = new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
        Instant now = clock.instant();
        database.write(handle -> handle.createUpdate("INSERT INTO sessions (hash, user_id, stamp, started_at, used_at)"
                        + " VALUES (:hash, :user, :stamp, :now, :now)")
                .bind("hash", KeyHash.of(token).text())
                .bind("user", user.id())
                .bind("stamp", user.stamp())
                .bind("now", now.toEpochMilli())
                .execute());
        return token;
    }

    /// Whose session this is; nothing if it has ended, or its user is off, gone or was changed since.
    public Optional<User> user(Secret token) {
        Instant now = clock.instant();
        String hash = KeyHash.of(token).text();
        Optional<Held> held = held(hash).filter(session -> session.isAlive(now));
        Optional<User> user = held.flatMap(session ->
                users.find(session.userId()).filter(User::enabled).filter(known -> known.stamp() == session.stamp()));
        if (user.isPresent() && !held.orElseThrow().used().plus(PRECISION).isAfter(now)) {
            used(hash, now);
        }
        return user;
    }

    private Optional<Held> held(String hash) {
        return database.read(handle -> handle.createQuery("SELECT * FROM sessions WHERE hash = :hash")
                .bind("hash", hash)
                .map((columns, _) -> {
                    Row row = new Row(columns);
                    return new Held(
                            row.text("user_id"), row.number("stamp"), row.time("started_at"), row.time("used_at"));
                })
                .findOne());
    }

    private void used(String hash, Instant now) {
        database.write(handle -> handle.createUpdate("UPDATE sessions SET used_at = :now WHERE hash = :hash")
                .bind("hash", hash)
                .bind("now", now.toEpochMilli())
                .execute());
    }

    /// Ends it.
    public void end(Secret token) {
        database.write(handle -> handle.createUpdate("DELETE FROM sessions WHERE hash = :hash")
                .bind("hash", KeyHash.of(token).text())
                .execute());
    }

    /// Forgets those that have ended.
    public void forgetEnded() {
        Instant now = clock.instant();
        database.write(
                handle -> handle.createUpdate("DELETE FROM sessions WHERE used_at <= :idle OR started_at <= :longest")
                        .bind("idle", now.minus(IDLE).toEpochMilli())
                        .bind("longest", now.minus(LONGEST).toEpochMilli())
                        .execute());
    }
}
