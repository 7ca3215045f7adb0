// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.connectors;

import dev.birdsong.engine.connector.Connector.Configuration;
import dev.birdsong.server.http.ApiException;
import dev.birdsong.server.http.Body;
import dev.birdsong.spi.catalogue.FormField;
import dev.birdsong.spi.connector.ConnectorType;
import dev.birdsong.spi.connector.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Reads `conf` by the form of the connector type: what the catalogue says is what is checked.
public final class ConfForm {

    private static final String HOST = "host";
    private static final String TOKEN = "auth_token";
    private static final String INTERVAL = "interval";
    private static final String CONTENT_TYPE = "content_type";
    private static final String START = "start";
    private static final String ALL = "all";

    private final AllowedHosts hosts;

    /// What a `conf` says.
    ///
    /// @param authToken empty: the stored one stays
    public record Read(Configuration configuration, Optional<Secret> authToken) {}

    public ConfForm(AllowedHosts hosts) {
        this.hosts = hosts;
    }

    /// The `conf` of a connector that is made, with nothing left out that the form requires.
    Read complete(ConnectorType type, Body conf) {
        Map<String, List<String>> values = new HashMap<>();
        for (FormField field : type.description().form()) {
            List<String> entered = entered(conf, field);
            values.put(field.name(), entered.isEmpty() ? initial(field) : entered);
        }
        return checked(conf, values, type.description().form());
    }

    /// The `conf` of an edit: the keys given, over what there is.
    Read changed(ConnectorType type, Body conf, Configuration before) {
        Map<String, List<String>> values = new HashMap<>(texts(before));
        for (FormField field : type.description().form()) {
            if (conf.has(field.name())) {
                values.put(field.name(), entered(conf, field));
            }
        }
        boolean keepsToken = values.getOrDefault(TOKEN, List.of()).isEmpty();
        String host = host(values);
        if (keepsToken && !host.isEmpty() && !host.equals(before.host())) {
            throw conf.bad(
                    TOKEN, "is required when the host changes: a token is sent only to the host it was entered for");
        }
        return checked(
                conf,
                values,
                type.description().form().stream()
                        .filter(field -> !(keepsToken && field.name().equals(TOKEN)))
                        .toList());
    }

    private Read checked(Body conf, Map<String, List<String>> values, List<FormField> fields) {
        conf.end();
        for (FormField field : fields) {
            field.problem(values.getOrDefault(field.name(), List.of()), hosts::mayCarryPort)
                    .ifPresent(problem -> {
                        throw ApiException.bad(conf.pathOf(field.name()), problem);
                    });
        }
        hosts.problem(host(values)).ifPresent(problem -> {
            throw ApiException.bad(conf.pathOf(HOST), problem);
        });
        return new Read(
                configuration(values),
                values.getOrDefault(TOKEN, List.of()).stream().findFirst().map(Secret::new));
    }

    private static Configuration configuration(Map<String, List<String>> values) {
        return new Configuration(
                host(values),
                Duration.ofMinutes(Long.parseLong(first(values, INTERVAL))),
                values.getOrDefault(CONTENT_TYPE, List.of()).stream().distinct().toList(),
                values.getOrDefault(START, List.of()).stream()
                        .filter(text -> !text.equals(ALL))
                        .findFirst()
                        .map(text -> Instant.ofEpochMilli(Long.parseLong(text))));
    }

    private static String host(Map<String, List<String>> values) {
        return first(values, HOST).toLowerCase(Locale.ROOT);
    }

    private static String first(Map<String, List<String>> values, String field) {
        return values.getOrDefault(field, List.of()).stream().findFirst().orElse("");
    }

    /// A configuration as `conf` has it, without secrets.
    static Map<String, List<String>> texts(Configuration configuration) {
        return Map.of(
                HOST, List.of(configuration.host()),
                INTERVAL, List.of(Long.toString(configuration.interval().toMinutes())),
                CONTENT_TYPE, configuration.contentTypes(),
                START,
                        List.of(configuration
                                .start()
                                .map(time -> Long.toString(time.toEpochMilli()))
                                .orElse(ALL)));
    }

    private static List<String> initial(FormField field) {
        return field.initial().isEmpty() ? List.of() : List.of(field.initial());
    }

    private static List<String> entered(Body conf, FormField field) {
        Stream<JsonNode> nodes = conf.value(field.name()).stream()
                .flatMap(node -> node.isArray() && field.input().several() ? node.valueStream() : Stream.of(node));
        return nodes.map(node -> text(conf, field, node))
                .filter(text -> !text.isBlank())
                .toList();
    }

    /// A choice may be sent as its name, or as the catalogue shows it: `{label, name}`.
    private static String text(Body conf, FormField field, JsonNode node) {
        JsonNode value = node.isObject() && field.input().several() ? node.path("name") : node;
        if (value.isString() || value.isIntegralNumber()) {
            return value.asString().strip();
        }
        throw conf.bad(
                field.name(), "must be " + (field.input().several() ? "a list of names" : "a text or a whole number"));
    }
}
