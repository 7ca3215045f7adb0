// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.connectors;

import dev.birdsong.engine.connector.Connector;
import dev.birdsong.engine.connector.Connector.Collecting;
import dev.birdsong.engine.connector.Connector.General;
import dev.birdsong.engine.run.ConnectorTypes;
import dev.birdsong.server.access.Caller;
import dev.birdsong.server.http.Body;
import dev.birdsong.server.http.Names;
import dev.birdsong.spi.catalogue.RunsOn;
import dev.birdsong.spi.connector.ConnectorType;
import dev.birdsong.spi.connector.Secret;
import dev.birdsong.state.connector.ConnectorEdit;
import dev.birdsong.state.connector.NewConnector;
import dev.birdsong.state.profile.Profile;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// Reads connectors as they are sent.
public final class ConnectorForm {

    private final ConnectorTypes types;
    private final ConfForm confs;

    public ConnectorForm(ConnectorTypes types, ConfForm confs) {
        this.types = types;
        this.confs = confs;
    }

    /// A connector that is made.
    NewConnector created(Caller caller, Body body) {
        String tenant = body.required("cust_id");
        if (!caller.sees(tenant)) {
            throw body.bad("cust_id", "names no tenant of yours");
        }
        String name = Names.required(body, "name");
        ConnectorType type = type(body);
        general(type, body);
        String runOn = body.text("run_on").orElse(RunsOn.DATA_PROCESSOR.code());
        Body conf = body.object("conf").orElseThrow(() -> body.bad("conf", "is required"));
        Collecting collecting = new Collecting(
                body.flag("active").orElse(true), body.texts("filter_list").orElse(List.of()));
        List<String> profiles = body.texts("profiles").orElse(List.of(Profile.DEFAULT_NAME));
        body.end();
        ConfForm.Read read = confs.complete(type, conf);
        return new NewConnector(
                new General(tenant, name, type.category(), type.type(), runOn),
                read.configuration(),
                collecting,
                profiles,
                read.authToken().orElse(new Secret("")));
    }

    /// A connector that is edited: the keys given.
    ConnectorEdit edited(Connector before, Body body) {
        frozen(before.general(), body);
        ConnectorType type = types.of(before.general().type());
        boolean active = body.flag("active").orElse(before.collecting().active());
        List<String> filters =
                body.texts("filter_list").orElse(before.collecting().logFilters());
        Body conf = body.object("conf").orElseGet(Body::empty);
        boolean another = body.flag("another_console").orElse(false);
        body.end();
        ConfForm.Read read = confs.changed(type, conf, before.configuration());
        return new ConnectorEdit(read.configuration(), new Collecting(active, filters), read.authToken(), another);
    }

    /// What is tested before it is saved: only `conf` counts, the rest may be there.
    ConfForm.Read tried(Body body) {
        ConnectorType type = type(body);
        body.ignore(
                "cust_id",
                "name",
                "is_collect",
                "is_respond",
                "run_on",
                "active",
                "filter_list",
                "profiles",
                "advanced_setting");
        Body conf = body.object("conf").orElseThrow(() -> body.bad("conf", "is required"));
        body.end();
        return confs.complete(type, conf);
    }

    ConnectorType type(Body body) {
        String type = body.required("type");
        ConnectorType found = types.find(type)
                .orElseThrow(() -> body.bad(
                        "type",
                        "is not known; there are "
                                + types.all().stream().map(ConnectorType::type).collect(Collectors.joining(", "))));
        if (!body.required("category").equals(found.category())) {
            throw body.bad("category", "of " + type + " is " + found.category());
        }
        return found;
    }

    private static void general(ConnectorType type, Body body) {
        var functions = type.description().functions();
        if (body.flag("is_collect").orElse(functions.collects()) != functions.collects()) {
            throw body.bad("is_collect", "must be " + functions.collects() + " for " + type.displayName());
        }
        if (body.flag("is_respond").orElse(functions.responds()) != functions.responds()) {
            throw body.bad(
                    "is_respond", "must be " + functions.responds() + ": " + type.displayName() + " cannot respond");
        }
        if (body.flag("advanced_setting").orElse(false)) {
            throw body.bad("advanced_setting", "must be false: " + type.displayName() + " has none");
        }
        String runOn = body.text("run_on").orElse(RunsOn.DATA_PROCESSOR.code());
        if (functions.runsOn().stream().noneMatch(place -> place.code().equals(runOn))) {
            throw body.bad("run_on", "must be dp: " + type.displayName() + " runs on the data processor only");
        }
    }

    private static void frozen(General general, Body body) {
        Map<String, Object> frozen = Map.of(
                "name", general.name(),
                "category", general.category(),
                "type", general.type(),
                "cust_id", general.tenantId(),
                "tenantid", general.tenantId(),
                "run_on", general.runOn());
        frozen.forEach((key, value) -> {
            if (body.has(key) && !Objects.equals(body.text(key).orElse(""), value)) {
                throw body.bad(key, "cannot be changed once the connector is made; make another one instead");
            }
        });
        Map.of("is_collect", true, "is_respond", false).forEach((key, value) -> {
            if (body.has(key) && !body.flag(key).orElse(value).equals(value)) {
                throw body.bad(key, "cannot be changed once the connector is made");
            }
        });
    }
}
