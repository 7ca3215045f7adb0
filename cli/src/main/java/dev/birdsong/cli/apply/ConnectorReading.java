// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.apply;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Reads one connector, wherever it is said.
///
/// @param general the keys beside `conf`
/// @param conf the keys of `conf` but the secret
record ConnectorReading(Mapping general, Mapping conf) {

    static final String TENANT = "tenant_name";
    static final String NAME = "name";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    Wanted.Connector read(SecretSource token) {
        return new Wanted.Connector(
                general.place(),
                new ConnectorName(general.required(TENANT), general.required(NAME)),
                new Wanted.Frozen(frozen(), general.texts("profiles")),
                new Wanted.Settings(settings(), token, general.flag("active"), general.texts("filter_list")));
    }

    private SortedMap<String, JsonNode> frozen() {
        SortedMap<String, JsonNode> said = new TreeMap<>();
        for (String key : List.of("category", "type")) {
            said.put(key, NODES.stringNode(general.required(key)));
        }
        general.text("run_on").ifPresent(place -> said.put("run_on", NODES.stringNode(place)));
        for (String key : List.of("is_collect", "is_respond", "advanced_setting")) {
            general.flag(key).ifPresent(flag -> said.put(key, NODES.booleanNode(flag)));
        }
        return said;
    }

    private SortedMap<String, JsonNode> settings() {
        SortedMap<String, JsonNode> said = new TreeMap<>();
        said.put("host", NODES.stringNode(conf.required("host").toLowerCase(Locale.ROOT)));
        conf.require("content_type");
        conf.texts("content_type").ifPresent(types -> said.put("content_type", Values.list(types)));
        conf.whole("interval").ifPresent(minutes -> said.put("interval", minutes));
        start().ifPresent(start -> said.put("start", start));
        return said;
    }

    private Optional<JsonNode> start() {
        return conf.value("start").flatMap(value -> {
            Optional<JsonNode> start = value.equals("all") ? Values.scalar(value) : Values.whole(value);
            if (start.isEmpty()) {
                conf.wrong("start", "must be all, or a time in epoch milliseconds");
            }
            return start;
        });
    }
}
