// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.birdsong.server.access.ActivityLog;
import dev.birdsong.server.access.Caller;
import dev.birdsong.server.http.ApiException;
import dev.birdsong.server.http.Body;
import dev.birdsong.server.http.Listed;
import dev.birdsong.server.http.Names;
import dev.birdsong.server.http.TimeRange;
import dev.birdsong.spi.connector.Secret;
import dev.birdsong.state.State;
import dev.birdsong.state.access.Access;
import dev.birdsong.state.access.Activity.What;
import dev.birdsong.state.access.ApiKey;
import dev.birdsong.state.access.ApiKeys;
import dev.birdsong.state.access.KeyMaker;
import dev.birdsong.state.access.Permission;
import dev.birdsong.state.access.User;
import dev.birdsong.state.access.Users;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// API keys: by which programs act for a user, with what the user may do or less. Shown once, when they are made.
@RestController
@RequestMapping("/connect/api/v1/api_keys")
public final class ApiKeysEndpoint {

    private static final String KIND = "api_key";

    private final ApiKeys keys;
    private final Users users;
    private final KeyMaker maker;
    private final ActivityLog log;
    private final Clock clock;

    /// A key as it is answered.
    ///
    /// @param apiKey the key itself, when it is made and never again
    public record Answer(
            @JsonProperty("_id") String id,
            String userId,
            String name,
            String role,
            Object scope,
            boolean enabled,
            long createdAt,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Long> expiresAt,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Long> lastUsedAt,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> apiKey) {

        static Answer of(ApiKey key, Optional<Secret> shown) {
            return new Answer(
                    key.id(),
                    key.userId(),
                    key.name(),
                    key.access().role().label(),
                    AccessBody.scope(key.access()),
                    key.life().enabled(),
                    key.life().createdAt().toEpochMilli(),
                    key.life().expiresAt().map(Instant::toEpochMilli),
                    key.life().lastUsedAt().map(Instant::toEpochMilli),
                    shown.map(Secret::reveal));
        }
    }

    public ApiKeysEndpoint(State state, SecureRandom random, ActivityLog log, Clock clock) {
        this.clock = clock;
        this.keys = state.apiKeys();
        this.users = state.users();
        this.maker = new KeyMaker(random);
        this.log = log;
    }

    /// The caller's own; for who may edit users, everybody's.
    @GetMapping
    public Listed<Answer> list(Caller caller) {
        return Listed.all(keys.list().stream()
                .filter(key -> mayTouch(caller, key))
                .map(key -> Answer.of(key, Optional.empty()))
                .toList());
    }

    /// One of them.
    @GetMapping("/{id}")
    public Answer get(Caller caller, @PathVariable String id) {
        return Answer.of(key(caller, id), Optional.empty());
    }

    /// Makes one, and shows it.
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    public Answer create(Caller caller, Body body) {
        String userId = body.text("user_id").orElse(caller.userId());
        User user = owner(caller, body, userId);
        String name = Names.required(body, "name");
        Access access = access(caller, body, user.access());
        Optional<Instant> expires = body.whole("expires_at").map(time -> later(body, time));
        body.end();
        Secret secret = maker.draw();
        ApiKey key = keys.create(userId, name, secret, access, expires);
        log.did(caller, "create", what(key));
        return Answer.of(key, Optional.of(secret));
    }

    /// Changes the keys given.
    @PutMapping("/{id}")
    public Answer edit(Caller caller, @PathVariable String id, Body body) {
        ApiKey before = key(caller, id);
        String name = body.has("name") ? Names.required(body, "name") : before.name();
        Access access = access(caller, body, before.access());
        boolean enabled = body.flag("enabled").orElse(before.life().enabled());
        body.end();
        keys.edit(id, name, access, enabled);
        log.did(caller, "edit", what(before));
        return get(caller, id);
    }

    /// Deletes one; what acts by it ends at once.
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void delete(Caller caller, @PathVariable String id) {
        ApiKey key = key(caller, id);
        keys.delete(id);
        log.did(caller, "delete", what(key));
    }

    private Instant later(Body body, long time) {
        if (time <= clock.millis() || time > TimeRange.LATEST) {
            throw body.bad("expires_at", "must be a time to come in epoch milliseconds, before the year 2100");
        }
        return Instant.ofEpochMilli(time);
    }

    private User owner(Caller caller, Body body, String userId) {
        if (!userId.equals(caller.userId())) {
            caller.require(Permission.EDIT_USERS);
        }
        return users.find(userId).orElseThrow(() -> body.bad("user_id", "names no user"));
    }

    private ApiKey key(Caller caller, String id) {
        return keys.find(id).filter(key -> mayTouch(caller, key)).orElseThrow(() -> ApiException.missing(KIND, id));
    }

    private static boolean mayTouch(Caller caller, ApiKey key) {
        return key.userId().equals(caller.userId()) || caller.access().allows(Permission.EDIT_USERS);
    }

    private static Access access(Caller caller, Body body, Access usual) {
        Access access = AccessBody.read(body, usual.within(caller.access()));
        if (!caller.access().covers(access)) {
            throw ApiException.forbidden("nobody can give more than they have: choose a lesser role or scope");
        }
        return access;
    }

    private static What what(ApiKey key) {
        return new What(KIND, key.id(), key.name());
    }
}
