// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.apply;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Makes a tenant, or makes it what the file says.
record TenantStep(Existing existing, Target target) {

    private static final String NAME = "cust_name";
    private static final String INFO = "info";

    void apply(Wanted.Tenant wanted) throws InterruptedException {
        var named = new Target.Named("tenant", wanted.name());
        Optional<JsonNode> there = existing.tenant(wanted.name());
        if (there.isPresent()) {
            target.change(
                    named,
                    Existing.TENANTS + "/" + Existing.text(there.get(), Existing.TENANT_ID),
                    edit(wanted, there.get()));
        } else {
            ObjectNode body = JsonMapper.shared().createObjectNode().put(NAME, wanted.name());
            wanted.info().ifPresent(info -> body.put(INFO, info));
            existing.hasTenant(target.create(named, Existing.TENANTS, body, List.of()));
        }
    }

    private static Edit edit(Wanted.Tenant wanted, JsonNode there) {
        var edit = new Edit();
        wanted.info()
                .ifPresent(info -> edit.compare(
                        INFO,
                        Difference.of(INFO, List.of(Existing.text(there, INFO)), List.of(info)),
                        JsonNodeFactory.instance.stringNode(info)));
        return edit;
    }
}
