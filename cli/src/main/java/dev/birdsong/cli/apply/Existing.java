// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.apply;

import dev.birdsong.cli.api.ApiClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// What a server has, by the names that files use. Read in pages before anything is changed, and kept up with what is
/// made.
final class Existing {

    static final String TENANTS = "/connect/api/v1/tenants";
    static final String FILTERS = "/connect/api/v1/log_filters";
    static final String CONNECTORS = "/connect/api/v1/connectors";
    static final String TENANT_ID = "cust_id";

    private static final String PROFILES = "/connect/api/v1/data_analyzer_profiles";
    private static final int PAGE = 1_000;

    private final Map<String, JsonNode> tenants = new HashMap<>();
    private final Map<String, JsonNode> filters = new HashMap<>();
    private final Map<ConnectorName, JsonNode> connectors = new HashMap<>();
    private final Map<String, JsonNode> profiles = new HashMap<>();

    private Existing() {}

    /// Reads it, and the profiles only where they are asked for, since not everybody may see these.
    static Existing read(ApiClient api, Wanted wanted) throws InterruptedException {
        var existing = new Existing();
        api.get(TENANTS).path("data").forEach(existing::hasTenant);
        api.get(FILTERS).path("data").forEach(existing::hasFilter);
        existing.readConnectors(api);
        if (wanted.connectors().stream()
                .anyMatch(connector -> connector.frozen().profiles().isPresent())) {
            api.get(PROFILES).path("data").forEach(profile -> existing.profiles.put(text(profile, "name"), profile));
        }
        return existing;
    }

    private void readConnectors(ApiClient api) throws InterruptedException {
        long total = 1;
        for (int page = 0; (long) page * PAGE < total; page++) {
            JsonNode answer = api.get(CONNECTORS + "?sort=_id&size=" + PAGE + "&page=" + page);
            total = answer.path("total").asLong(0);
            answer.path("connectors")
                    .forEach(one -> connectors.put(
                            new ConnectorName(text(one, ConnectorReading.TENANT), text(one, ConnectorReading.NAME)),
                            one));
        }
    }

    void hasTenant(JsonNode tenant) {
        tenants.put(text(tenant, "cust_name"), tenant);
    }

    void hasFilter(JsonNode filter) {
        filters.put(text(filter, "name"), filter);
    }

    Optional<JsonNode> tenant(String name) {
        return Optional.ofNullable(tenants.get(name));
    }

    Optional<JsonNode> filter(String name) {
        return Optional.ofNullable(filters.get(name));
    }

    Optional<JsonNode> connector(ConnectorName name) {
        return Optional.ofNullable(connectors.get(name));
    }

    /// The id of the tenant of this name.
    ///
    /// @throws RefusedException if there is none
    String tenantId(String name) {
        return tenant(name)
                .map(tenant -> text(tenant, TENANT_ID))
                .orElseThrow(() -> new RefusedException(
                        ConnectorReading.TENANT,
                        "there is no tenant '" + name + "' on the server; an entry in the section tenants makes one"));
    }

    /// The ids of the log filters of these names.
    ///
    /// @throws RefusedException if one is not there
    List<String> filterIds(List<String> names) {
        return ids(names, this::filter, "filter_list", "log filter", "; an entry in the section log_filters makes one");
    }

    /// The ids of the profiles of these names.
    ///
    /// @throws RefusedException if one is not there
    List<String> profileIds(List<String> names) {
        return ids(
                names,
                name -> Optional.ofNullable(profiles.get(name)),
                "profiles",
                "data analyzer profile",
                "; the API makes one");
    }

    /// The names of the log filters of these ids; an id where it is not known.
    List<String> filterNames(List<String> ids) {
        Map<String, String> names = new HashMap<>();
        filters.values().forEach(filter -> names.put(text(filter, "_id"), text(filter, "name")));
        return ids.stream().map(id -> names.getOrDefault(id, id)).toList();
    }

    /// The name of the tenant of this id; the id where it is not known.
    String tenantName(String id) {
        return tenants.values().stream()
                .filter(tenant -> text(tenant, TENANT_ID).equals(id))
                .map(tenant -> text(tenant, "cust_name"))
                .findFirst()
                .orElse(id);
    }

    private static List<String> ids(
            List<String> names, Function<String, Optional<JsonNode>> found, String field, String kind, String advice) {
        return names.stream()
                .map(name -> found.apply(name)
                        .map(one -> text(one, "_id"))
                        .orElseThrow(() -> new RefusedException(
                                field, "there is no " + kind + " '" + name + "' on the server" + advice)))
                .toList();
    }

    static String text(JsonNode node, String key) {
        return node.path(key).asString("");
    }
}
