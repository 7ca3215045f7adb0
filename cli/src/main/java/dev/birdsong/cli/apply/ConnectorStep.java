// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.apply;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Makes a connector, or makes it what the file says.
///
/// @param secrets what secrets are read from, and whether they are sent anew
record ConnectorStep(Existing existing, Target target, Secrets secrets) {

    private static final String KIND = "connector";
    private static final String HOST = "host";
    private static final String TOKEN = "auth_token";
    private static final String CONTENT_TYPE = "content_type";
    private static final JsonMapper JSON = JsonMapper.shared();

    /// Where secrets are read.
    ///
    /// @param environment the variables of this process
    /// @param renew whether connectors that are there get their secret again
    record Secrets(Map<String, String> environment, boolean renew) {

        String of(Wanted.Settings settings) {
            return settings.token().read(environment).reveal();
        }
    }

    void apply(Wanted.Connector wanted) throws InterruptedException {
        Optional<JsonNode> there = existing.connector(wanted.name());
        if (there.isPresent()) {
            edit(wanted, there.get());
        } else {
            create(wanted);
        }
    }

    private void create(Wanted.Connector wanted) throws InterruptedException {
        Wanted.Settings settings = wanted.settings();
        ObjectNode body = JSON.createObjectNode()
                .put(Existing.TENANT_ID, existing.tenantId(wanted.name().tenant()))
                .put(ConnectorReading.NAME, wanted.name().name());
        body.setAll(wanted.frozen().general());
        wanted.frozen().profiles().ifPresent(names -> body.set("profiles", Values.list(names)));
        settings.active().ifPresent(active -> body.put("active", active));
        settings.filters().ifPresent(names -> body.set("filter_list", Values.list(existing.filterIds(names))));
        ObjectNode conf = body.putObject("conf");
        conf.setAll(settings.conf());
        conf.put(TOKEN, secrets.of(settings));
        target.create(
                new Target.Named(KIND, wanted.name().toString()),
                Existing.CONNECTORS,
                body,
                List.of(HOST + " " + Difference.text(Values.texts(conf.path(HOST)))));
    }

    private void edit(Wanted.Connector wanted, JsonNode there) throws InterruptedException {
        new FrozenKeys(existing).check(wanted.frozen(), there);
        Wanted.Settings settings = wanted.settings();
        var edit = new Edit();
        ObjectNode conf = conf(edit, settings, JSON.readTree(Existing.text(there, "configuration")));
        settings.active()
                .map(JsonNodeFactory.instance::booleanNode)
                .ifPresent(
                        active -> edit.compare("active", difference("active", there.path("active"), active), active));
        settings.filters().ifPresent(names -> filters(edit, names, Values.texts(there.path("filter_list"))));
        if (conf.has(HOST) || secrets.renew()) {
            conf.put(TOKEN, secrets.of(settings));
            edit.tell(TOKEN + " sent");
        }
        if (!conf.isEmpty()) {
            edit.body().set("conf", conf);
        }
        edit.body().set("version", there.path("version"));
        target.change(
                new Target.Named(KIND, wanted.name().toString()),
                Existing.CONNECTORS + "/" + Existing.text(there, "_id"),
                edit);
    }

    private static ObjectNode conf(Edit edit, Wanted.Settings settings, JsonNode there) {
        ObjectNode conf = JSON.createObjectNode();
        settings.conf()
                .forEach((key, value) -> edit.compare(conf, key, difference(key, there.path(key), value), value));
        return conf;
    }

    /// The order of content types has no meaning.
    private static Optional<Difference> difference(String key, JsonNode there, JsonNode wanted) {
        List<String> before = Values.texts(there);
        List<String> after = Values.texts(wanted);
        return key.equals(CONTENT_TYPE)
                ? Difference.of(
                        key,
                        before.stream().sorted().toList(),
                        after.stream().sorted().toList())
                : Difference.of(key, before, after);
    }

    private void filters(Edit edit, List<String> names, List<String> there) {
        List<String> wanted = existing.filterIds(names);
        if (!wanted.equals(there)) {
            edit.compare(
                    "filter_list",
                    Difference.of("filter_list", existing.filterNames(there), names),
                    Values.list(wanted));
        }
    }
}
