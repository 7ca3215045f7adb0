// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.collecting;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.birdsong.server.access.ActivityLog;
import dev.birdsong.server.access.Caller;
import dev.birdsong.server.http.ApiException;
import dev.birdsong.server.http.Listed;
import dev.birdsong.state.State;
import dev.birdsong.state.access.Activity.What;
import dev.birdsong.state.access.Permission;
import dev.birdsong.state.profile.Node;
import dev.birdsong.state.profile.Nodes;
import dev.birdsong.state.sql.Database;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Nodes, which the reference system calls data analyzers: the processes that collect.
@RestController
@RequestMapping("/connect/api/v1/data_analyzers")
public final class NodesEndpoint {

    /// The status of a node that shows itself.
    public static final String LIVE = "live";

    private static final String KIND = "data_analyzer";

    private final Nodes nodes;
    private final Database database;
    private final ActivityLog log;

    /// A node as it is answered.
    ///
    /// @param status `live` or `gone`
    public record Answer(
            @JsonProperty("_id") String id,
            String name,
            String status,
            String profile,
            String address,
            String version,
            long startedAt,
            long lastSeen) {

        static Answer of(Node node, Instant now) {
            boolean live = node.lastSeen().plus(Nodes.SILENCE).isAfter(now);
            return new Answer(
                    node.name(),
                    node.name(),
                    live ? LIVE : "gone",
                    node.profile(),
                    node.address(),
                    node.version(),
                    node.startedAt().toEpochMilli(),
                    node.lastSeen().toEpochMilli());
        }
    }

    public NodesEndpoint(State state, ActivityLog log) {
        this.nodes = state.nodes();
        this.database = state.database();
        this.log = log;
    }

    /// All of them.
    @GetMapping
    public Listed<Answer> list(Caller caller) {
        caller.requireRoot("nodes");
        Instant now = database.clock();
        return Listed.all(
                nodes.list().stream().map(node -> Answer.of(node, now)).toList());
    }

    /// One of them.
    @GetMapping("/{name}")
    public Answer get(Caller caller, @PathVariable String name) {
        return list(caller).data().stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ApiException.missing(KIND, name));
    }

    /// Forgets one that is gone. One that lives would go on collecting, unseen.
    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void forget(Caller caller, @PathVariable String name) {
        caller.require(Permission.EDIT_PROFILES);
        if (get(caller, name).status().equals(LIVE)) {
            throw ApiException.conflict(
                    "node-lives", "the node '" + name + "' lives, and collects: end it first, then forget it", "");
        }
        nodes.forget(name);
        log.did(caller, "delete", new What(KIND, name, name));
    }
}
