// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.collecting;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.birdsong.server.access.ActivityLog;
import dev.birdsong.server.access.Caller;
import dev.birdsong.server.http.ApiException;
import dev.birdsong.server.http.Body;
import dev.birdsong.server.http.Listed;
import dev.birdsong.server.http.Names;
import dev.birdsong.state.State;
import dev.birdsong.state.access.Activity.What;
import dev.birdsong.state.access.Permission;
import dev.birdsong.state.profile.Node;
import dev.birdsong.state.profile.Nodes;
import dev.birdsong.state.profile.Profile;
import dev.birdsong.state.profile.Profiles;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Data analyzer profiles: which connectors the nodes of a profile run. Root scope only, since they span tenants.
@RestController
@RequestMapping("/connect/api/v1/data_analyzer_profiles")
public final class ProfilesEndpoint {

    /// What stands for every connector.
    public static final String ALL = "all";

    private static final String KIND = "data_analyzer_profile";
    private static final String MANY = "data analyzer profiles";

    private final Profiles profiles;
    private final Nodes nodes;
    private final ActivityLog log;

    /// A profile as it is answered.
    ///
    /// @param connectors `all` or a list of ids
    /// @param nodes names of the nodes that have the profile
    public record Answer(@JsonProperty("_id") String id, String name, Object connectors, List<String> nodes) {}

    /// Which connectors a body names.
    private record Chosen(boolean all, List<String> connectors) {}

    public ProfilesEndpoint(State state, ActivityLog log) {
        this.profiles = state.profiles();
        this.nodes = state.nodes();
        this.log = log;
    }

    /// All of them.
    @GetMapping
    public Listed<Answer> list(Caller caller) {
        caller.requireRoot(MANY);
        List<Node> known = nodes.list();
        return Listed.all(
                profiles.list().stream().map(profile -> answer(profile, known)).toList());
    }

    /// One of them.
    @GetMapping("/{id}")
    public Answer get(Caller caller, @PathVariable String id) {
        caller.requireRoot(MANY);
        return answer(profile(id), nodes.list());
    }

    /// Makes one.
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    public Answer create(Caller caller, Body body) {
        caller.require(Permission.EDIT_PROFILES);
        String name = Names.required(body, "name");
        Chosen chosen = chosen(body, new Chosen(false, List.of()));
        body.end();
        Profile profile = profiles.create(name, chosen.all(), chosen.connectors());
        log.did(caller, "create", what(profile));
        return answer(profile, nodes.list());
    }

    /// Changes the keys given.
    @PutMapping("/{id}")
    public Answer edit(Caller caller, @PathVariable String id, Body body) {
        caller.require(Permission.EDIT_PROFILES);
        Profile before = profile(id);
        String name = body.has("name") ? Names.required(body, "name") : before.name();
        Chosen chosen = chosen(body, new Chosen(before.all(), before.connectors()));
        body.end();
        profiles.edit(new Profile(id, name, chosen.all(), chosen.connectors()));
        log.did(caller, "edit", what(before));
        return answer(profile(id), nodes.list());
    }

    /// Puts connectors into one, or takes them out, and leaves all others as they are.
    public void choose(Caller caller, String id, List<String> connectors, boolean in) {
        caller.require(Permission.EDIT_PROFILES);
        Profile profile = profile(id);
        if (in) {
            profiles.add(id, connectors);
        } else {
            profiles.remove(id, connectors);
        }
        log.did(caller, "edit", what(profile));
    }

    /// Deletes one; `Default` stays.
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void delete(Caller caller, @PathVariable String id) {
        caller.require(Permission.EDIT_PROFILES);
        Profile profile = profile(id);
        profiles.delete(id);
        log.did(caller, "delete", what(profile));
    }

    private Profile profile(String id) {
        return profiles.find(id).orElseThrow(() -> ApiException.missing(KIND, id));
    }

    private static Chosen chosen(Body body, Chosen usual) {
        if (body.value("connectors").isEmpty()) {
            return usual;
        }
        if (body.value("connectors")
                .filter(node -> node.isString() && node.stringValue().equals(ALL))
                .isPresent()) {
            return new Chosen(true, List.of());
        }
        return new Chosen(
                false,
                body.value("connectors")
                        .filter(node -> !node.isString())
                        .flatMap(_ -> body.texts("connectors"))
                        .orElseThrow(() -> body.bad("connectors", "is \"all\" or a list of connector ids")));
    }

    private static Answer answer(Profile profile, List<Node> nodes) {
        List<String> names = nodes.stream()
                .filter(node -> node.profile().equals(profile.name()))
                .map(Node::name)
                .toList();
        return new Answer(profile.id(), profile.name(), profile.all() ? ALL : profile.connectors(), names);
    }

    private static What what(Profile profile) {
        return new What(KIND, profile.id(), profile.name());
    }
}
