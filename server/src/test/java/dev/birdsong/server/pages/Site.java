// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.birdsong.server.Api;
import dev.birdsong.server.Served;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A server with pages, and a browser to look at them.
record Site(Chromium chromium, Served served) implements AutoCloseable {

    private static final String V1 = "/connect/api/v1/";
    private static final String READER = "reader@example.com";

    static Site in(Path folder) {
        return new Site(Chromium.start(), Served.in(folder));
    }

    /// The first user, at a page.
    Visitor admin(String path) {
        Visitor visitor = Visitor.signedIn(chromium, served);
        visitor.page().navigate(path);
        return visitor;
    }

    /// Somebody who may read what one tenant has, and nothing else.
    Visitor reader(String path) {
        if (served.admin().get(V1 + "users").text().indexOf(READER) < 0) {
            makeUser(READER, "User", List.of("default"));
        }
        Visitor visitor = Visitor.at(chromium, served);
        visitor.signIn(READER, Served.PASSWORD);
        visitor.page().navigate(path);
        return visitor;
    }

    /// Makes somebody who signs in as the first user does.
    String makeUser(String email, String role, Object scope) {
        return made("users", Map.of("email", email, "role", role, "scope", scope, "password", Served.PASSWORD));
    }

    /// Makes a thing; its id.
    String made(String kind, Map<String, Object> body) {
        Api.Answer answer = served.admin().post(V1 + kind, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("_id").asString(answer.text("/cust_id"));
    }

    /// Makes a connector to the simulated console.
    String connector(String name, boolean collected) {
        String id = made("connectors", Api.connector("default", name, served.consoleHost()));
        if (collected) {
            assertThat(served.admin()
                            .post(V1 + "connectors/" + id + "/collect?wait=true", "")
                            .status())
                    .isEqualTo(200);
        }
        return id;
    }

    /// Collects by all connectors now.
    void collect() {
        served.admin()
                .get(V1 + "connectors?size=1000")
                .json()
                .path("connectors")
                .forEach(connector -> assertThat(served.admin()
                                .post(V1 + "connectors/" + connector.path("_id").asString() + "/collect?wait=true", "")
                                .status())
                        .isEqualTo(200));
    }

    /// Makes one in a tenant, which does not collect.
    String connectorOf(String tenant, String name) {
        Map<String, Object> connector = new HashMap<>(Api.connector(tenant, name, served.consoleHost()));
        connector.put("active", false);
        return made("connectors", connector);
    }

    /// Chooses a button of the page by its name.
    static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    /// Says yes in the dialog that asks.
    static void confirm(Page page, String name) {
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name))
                .click();
    }

    @Override
    public void close() {
        served.close();
        chromium.close();
    }
}
