// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.apply;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads a YAML file with the sections `tenants`, `log_filters` and `connectors`.
///
/// @param file where it is
/// @param problems where problems are noted
record YamlReading(Path file, List<Problem> problems) {

    /// Enough for entries that share a list. Nothing unfolds without end: what is read is never deeper than a
    /// condition.
    private static final int MOST_ALIASES = 1_000;

    private static final int DEEPEST = 50;

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setMaxAliasesForCollections(MOST_ALIASES)
            .setAllowNonScalarKeys(false)
            .build();

    Wanted read(String text) {
        return load(text).map(this::sections).orElse(Wanted.NOTHING);
    }

    private Optional<Map<?, ?>> load(String text) {
        try {
            if (isDeep(text)) {
                wrong("is nested deeper than any entry is");
            } else if (new Load(SETTINGS).loadFromString(text) instanceof Map<?, ?> map) {
                return Optional.of(map);
            } else {
                wrong("has none of the sections tenants, log_filters and connectors");
            }
        } catch (MarkedYamlEngineException e) {
            String where = e.getProblemMark()
                    .map(mark -> " in line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1))
                    .orElse("");
            wrong("is not YAML" + where + ": " + e.getProblem());
        } catch (YamlEngineException e) {
            boolean repeatsAValue = e.getCause() != null;
            wrong("cannot be read as YAML: " + (repeatsAValue ? "a value is not what its tag says" : e.getMessage()));
        }
        return Optional.empty();
    }

    /// Known from the events, which need no stack.
    private static boolean isDeep(String text) {
        int depth = 0;
        for (Event event : new Parse(SETTINGS).parseString(text)) {
            depth += switch (event.getEventId()) {
                case SequenceStart, MappingStart -> 1;
                case SequenceEnd, MappingEnd -> -1;
                case Alias, Comment, DocumentEnd, DocumentStart, Scalar, StreamEnd, StreamStart -> 0;
            };
            if (depth > DEEPEST) {
                return true;
            }
        }
        return false;
    }

    private void wrong(String message) {
        problems.add(new Place(name(), "").problem("", message));
    }

    private Wanted sections(Map<?, ?> map) {
        var sections = new Mapping(new Place(name(), ""), "", map, problems);
        var wanted = new Wanted(
                entries(sections, "tenants", "cust_name").stream()
                        .map(YamlReading::tenant)
                        .toList(),
                entries(sections, "log_filters", "name").stream()
                        .map(YamlReading::filter)
                        .toList(),
                entries(sections, "connectors", ConnectorReading.TENANT, ConnectorReading.NAME).stream()
                        .map(this::connector)
                        .toList());
        sections.end();
        return wanted;
    }

    /// @param names the keys that an entry is known by
    private List<Mapping> entries(Mapping sections, String section, String... names) {
        List<Mapping> entries = new ArrayList<>();
        for (Map<?, ?> entry : sections.maps(section)) {
            var place = new Place(name(), section + " " + known(entry, names).orElse("entry " + (entries.size() + 1)));
            entries.add(new Mapping(place, "", entry, problems));
        }
        return entries;
    }

    private static Optional<String> known(Map<?, ?> entry, String... names) {
        return Arrays.stream(names).map(entry::get).allMatch(String.class::isInstance)
                ? Optional.of(Arrays.stream(names)
                        .map(name -> String.valueOf(entry.get(name)).strip())
                        .collect(Collectors.joining("/", "'", "'")))
                : Optional.empty();
    }

    private static Wanted.Tenant tenant(Mapping entry) {
        var tenant = new Wanted.Tenant(entry.place(), entry.required("cust_name"), entry.text("info"));
        entry.end();
        return tenant;
    }

    private static Wanted.Filter filter(Mapping entry) {
        Optional<String> all = entry.text("cust_id");
        Optional<String> tenant = entry.text(ConnectorReading.TENANT);
        if (entry.has("cust_id") == entry.has(ConnectorReading.TENANT)
                || all.filter(id -> !id.equals("all")).isPresent()) {
            entry.wrong(
                    "cust_id", "is needed: write 'cust_id: all', or in its place tenant_name with one tenant's name");
        }
        entry.require("conditions");
        List<Wanted.Condition> conditions = entry.mappings("conditions").stream()
                .map(YamlReading::condition)
                .toList();
        var filter = new Wanted.Filter(entry.place(), entry.required("name"), tenant, conditions);
        entry.end();
        return filter;
    }

    private static Wanted.Condition condition(Mapping said) {
        var condition = new Wanted.Condition(said.required("field"), said.required("operator"), said.scalars("value"));
        said.end();
        return condition;
    }

    private Wanted.Connector connector(Mapping entry) {
        entry.require("conf");
        Mapping conf = entry.mapping("conf").orElseGet(entry::nothing);
        SecretSource token = new SecretReading(conf, file).nested("auth_token");
        Wanted.Connector connector = new ConnectorReading(entry, conf).read(token);
        conf.end();
        entry.end();
        return connector;
    }

    private String name() {
        return String.valueOf(file.getFileName());
    }
}
