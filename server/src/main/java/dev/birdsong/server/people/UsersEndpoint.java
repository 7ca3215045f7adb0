// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.people;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.birdsong.server.access.ActivityLog;
import dev.birdsong.server.access.Caller;
import dev.birdsong.server.http.ApiException;
import dev.birdsong.server.http.Body;
import dev.birdsong.server.http.Listed;
import dev.birdsong.spi.connector.Secret;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.state.State;
import dev.birdsong.state.access.Access;
import dev.birdsong.state.access.Activity.What;
import dev.birdsong.state.access.Permission;
import dev.birdsong.state.access.Role;
import dev.birdsong.state.access.User;
import dev.birdsong.state.access.Users;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Users: who may sign in, and what they may do.
@RestController
@RequestMapping("/connect/api/v1/users")
public final class UsersEndpoint {

    private static final String KIND = "user";
    private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}]{1,190}");
    private static final Access LEAST = new Access(Role.USER, new TenantScope.Only(Set.of()));

    private final Users users;
    private final PasswordEncoder passwords;
    private final ActivityLog log;

    /// A user as it is answered.
    public record Answer(
            @JsonProperty("_id") String id,
            String email,
            String name,
            String role,
            Object scope,
            boolean enabled,
            long createdAt) {

        static Answer of(User user) {
            return new Answer(
                    user.id(),
                    user.email(),
                    user.name(),
                    user.access().role().label(),
                    AccessBody.scope(user.access()),
                    user.enabled(),
                    user.createdAt().toEpochMilli());
        }
    }

    public UsersEndpoint(State state, PasswordEncoder passwords, ActivityLog log) {
        this.users = state.users();
        this.passwords = passwords;
        this.log = log;
    }

    /// All of them.
    @GetMapping
    public Listed<Answer> list(Caller caller) {
        caller.require(Permission.EDIT_USERS);
        return Listed.all(users.list().stream().map(Answer::of).toList());
    }

    /// One of them; everybody may see themselves, as `me`.
    @GetMapping("/{id}")
    public Answer get(Caller caller, @PathVariable String id) {
        if (id.equals("me") || id.equals(caller.userId())) {
            return Answer.of(user(caller.userId()));
        }
        caller.require(Permission.EDIT_USERS);
        return Answer.of(user(id));
    }

    /// Makes one.
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    public Answer create(Caller caller, Body body) {
        caller.require(Permission.EDIT_USERS);
        String email = email(body);
        String name = body.text("name").orElse(email);
        Access access = access(caller, body, LEAST);
        Secret password = PasswordBody.read(body).orElseThrow(() -> body.bad("password", "is required"));
        body.end();
        User user = users.create(email, name, hash(password), access);
        log.did(caller, "create", what(user));
        return Answer.of(user);
    }

    /// Changes the keys given. Tokens of the user end where something of what they may do changes.
    @PutMapping("/{id}")
    public Answer edit(Caller caller, @PathVariable String id, Body body) {
        caller.require(Permission.EDIT_USERS);
        User before = user(id);
        String email = body.has("email") ? email(body) : before.email();
        String name = body.text("name").orElse(before.name());
        Access access = access(caller, body, before.access());
        boolean enabled = body.flag("enabled").orElse(before.enabled());
        Optional<Secret> password = PasswordBody.read(body);
        body.end();
        users.edit(new User(id, email, name, access, enabled, before.createdAt(), before.stamp()));
        password.ifPresent(secret -> users.changePassword(id, hash(secret)));
        log.did(caller, "edit", what(before));
        return Answer.of(user(id));
    }

    /// Deletes one, with its API keys.
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void delete(Caller caller, @PathVariable String id) {
        caller.require(Permission.EDIT_USERS);
        User user = user(id);
        users.delete(id);
        log.did(caller, "delete", what(user));
    }

    private User user(String id) {
        return users.find(id).orElseThrow(() -> ApiException.missing(KIND, id));
    }

    private Secret hash(Secret password) {
        return new Secret(requireNonNull(passwords.encode(password.reveal())));
    }

    private static Access access(Caller caller, Body body, Access usual) {
        Access access = AccessBody.read(body, usual);
        if (access.scope() instanceof TenantScope.Only(var tenants) && tenants.isEmpty()) {
            throw body.bad("scope", "is required: \"root\" or a list of tenant ids");
        }
        if (!caller.access().covers(access)) {
            throw ApiException.forbidden("nobody can give more than they have: choose a lesser role or scope");
        }
        return access;
    }

    private static String email(Body body) {
        String email = body.required("email").strip();
        if (!EMAIL.matcher(email).matches()) {
            throw body.bad("email", "must be an address such as analyst@example.com");
        }
        return email;
    }

    private static What what(User user) {
        return new What(KIND, user.id(), user.email());
    }
}
