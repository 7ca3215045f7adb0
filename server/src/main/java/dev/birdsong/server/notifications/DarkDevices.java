// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.notifications;

import dev.birdsong.server.hunting.DeviceRounds;
import dev.birdsong.server.hunting.RemovedBirds;
import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.lake.Hit;
import dev.birdsong.spi.lake.Paging;
import dev.birdsong.spi.lake.SearchRequest;
import dev.birdsong.spi.lake.Selection;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.Index;
import dev.birdsong.state.notification.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Finds the devices of which their console says that they are not live. One that it lists no more is not dark: nobody
/// could end its alert.
record DarkDevices(DataLake lake, DeviceRounds rounds, JsonMapper json) {

    private static final int MOST = 5_000;
    private static final Set<Index> ASSETS = Set.of(Index.ASSETS);
    private static final Query DARK = new Query.And(
            List.of(new Query.Text("record_type", "asset"), new Query.Text("thinkst_canary.device.live", "false")));

    /// Those of these connectors that were last heard of before then.
    List<Finding> since(TenantScope scope, Set<String> connectors, Instant before) {
        List<Finding> found = new ArrayList<>();
        Query dark = new Query.And(List.of(DARK, removed(scope).others()));
        lake.export(scope, new Selection(ASSETS, dark), hit -> {
            Finding finding = finding(hit);
            if (connectors.contains(finding.connectorId()) && !finding.since().isAfter(before)) {
                found.add(finding);
            }
            return found.size() < MOST;
        });
        return found;
    }

    private RemovedBirds removed(TenantScope scope) {
        var none = new Paging(Paging.NEWEST_FIRST, 0, 0, List.of(), false);
        var assets = new Selection(ASSETS, RemovedBirds.ASSETS);
        return RemovedBirds.of(
                lake.search(scope, new SearchRequest(assets, none, RemovedBirds.COUNTED)), rounds.completed());
    }

    private Finding finding(Hit hit) {
        JsonNode record = json.readTree(hit.document().bytes());
        return new Finding(
                record.path("connector_id").asString(""),
                record.path("device_id").asString(hit.id()),
                record.path("hostname").asString(""),
                Instant.ofEpochMilli(
                        record.path("last_seen").asLong(record.path("timestamp").asLong(0))));
    }
}
