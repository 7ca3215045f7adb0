// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.apply;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// What a file says there should be. What it does not say of an entry is not there, and left as it is.
public record Wanted(List<Tenant> tenants, List<Filter> filters, List<Connector> connectors) {

    static final Wanted NOTHING = new Wanted(List.of(), List.of(), List.of());

    public Wanted {
        tenants = List.copyOf(tenants);
        filters = List.copyOf(filters);
        connectors = List.copyOf(connectors);
    }

    /// How many entries there are.
    int size() {
        return tenants.size() + filters.size() + connectors.size();
    }

    /// A tenant, known by its name.
    public record Tenant(Place place, String name, Optional<String> info) {}

    /// A log filter, known by its name.
    ///
    /// @param tenant the name of the tenant whose connectors may use it; empty: all may
    public record Filter(Place place, String name, Optional<String> tenant, List<Condition> conditions) {

        public Filter {
            conditions = List.copyOf(conditions);
        }
    }

    /// One condition of a log filter.
    public record Condition(String field, String operator, Optional<JsonNode> value) {}

    /// A connector, known by the names of its tenant and its own.
    public record Connector(Place place, ConnectorName name, Frozen frozen, Settings settings) {}

    /// What cannot be changed once a connector is made.
    ///
    /// @param general keys and values as the API names them
    /// @param profiles names of the data analyzer profiles that have it
    public record Frozen(SortedMap<String, JsonNode> general, Optional<List<String>> profiles) {

        public Frozen {
            general = Collections.unmodifiableSortedMap(new TreeMap<>(general));
            profiles = profiles.map(List::copyOf);
        }
    }

    /// What can be changed.
    ///
    /// @param conf keys and values as the API names them, without the secret
    /// @param filters names of log filters
    public record Settings(
            SortedMap<String, JsonNode> conf,
            SecretSource token,
            Optional<Boolean> active,
            Optional<List<String>> filters) {

        public Settings {
            conf = Collections.unmodifiableSortedMap(new TreeMap<>(conf));
            filters = filters.map(List::copyOf);
        }
    }
}
