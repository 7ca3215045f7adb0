// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.people;

import dev.birdsong.server.pages.Viewer;
import dev.birdsong.server.people.ApiKeysEndpoint;
import dev.birdsong.server.people.UsersEndpoint;
import dev.birdsong.state.access.Permission;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Finds the API keys that the viewer may know of, and whose they are.
@Component
public final class KeyRows {

    private final ApiKeysEndpoint keys;
    private final UsersEndpoint users;
    private final Clock clock;

    public KeyRows(ApiKeysEndpoint keys, UsersEndpoint users, Clock clock) {
        this.keys = keys;
        this.users = users;
        this.clock = clock;
    }

    /// All of them.
    List<KeyRow> all(Viewer viewer) {
        Map<String, String> emails = owners(viewer).stream()
                .collect(Collectors.toMap(UsersEndpoint.Answer::id, UsersEndpoint.Answer::email));
        return keys.list(viewer.caller()).data().stream()
                .map(key -> row(viewer, key, emails.getOrDefault(key.userId(), "")))
                .toList();
    }

    /// One of them.
    KeyRow one(Viewer viewer, String id) {
        ApiKeysEndpoint.Answer key = keys.get(viewer.caller(), id);
        return row(viewer, key, users.get(viewer.caller(), key.userId()).email());
    }

    /// Those for whom the viewer may make keys.
    List<UsersEndpoint.Answer> owners(Viewer viewer) {
        return viewer.caller().access().allows(Permission.EDIT_USERS)
                ? users.list(viewer.caller()).data()
                : List.of(users.get(viewer.caller(), "me"));
    }

    private KeyRow row(Viewer viewer, ApiKeysEndpoint.Answer key, String owner) {
        boolean expired = key.expiresAt().filter(time -> time <= clock.millis()).isPresent();
        return new KeyRow(key, owner, ScopeWords.of(viewer, key.scope()), expired);
    }
}
