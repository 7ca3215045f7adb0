// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Files that say what a tenant should have, and the command that applies them to a server.
///
/// @param folder where the files are
record ApplyFixture(ServedFixture served, Path folder, String tenant) {

    static final String TOKEN = "0123456789abcdef0123456789abcdef";

    private static final String YAML = """
            tenants:
              - cust_name: TENANT
                info: a customer
            log_filters:
              - name: TENANT scanner
                tenant_name: TENANT
                conditions:
                  - {field: srcip, operator: in, value: [10.0.0.1, 10.0.0.2]}
                  - {field: severity, operator: is_not, value: low}
            connectors:
              - tenant_name: TENANT
                name: hq
                category: honeypot
                type: thinkst_canary
                active: false
                filter_list: [TENANT scanner]
                conf:
                  host: hq.canary.tools
                  auth_token: {file: token}
                  content_type: [incidents, devices]
                  KEY
              - tenant_name: TENANT
                name: lab
                category: honeypot
                type: thinkst_canary
                conf:
                  host: lab.canary.tools
                  auth_token: {file: token}
                  content_type: [incidents]
            """;

    /// A tenant, a log filter and two connectors.
    ///
    /// @param key a key of the first connector's `conf`
    String yaml(String key) {
        return YAML.replace("TENANT", tenant).replace("KEY", key);
    }

    /// As many connectors, `c001` and so on.
    String csv(int number, int interval) {
        return "tenant_name,name,category,type,host,token_file,interval,content_type,active\n"
                + IntStream.rangeClosed(1, number)
                        .mapToObj(i ->
                                "%s,c%03d,honeypot,thinkst_canary,c%2$03d.canary.tools,token,%d,incidents;devices,false\n"
                                        .formatted(tenant, i, interval))
                        .collect(Collectors.joining());
    }

    Ran apply(String name, String content, String... more) throws IOException {
        Path file = served.write(name, content);
        return served.command(
                "apply",
                Stream.concat(Stream.of("-f", file.toString()), Stream.of(more)).toArray(String[]::new));
    }

    JsonNode connector(String name) throws InterruptedException {
        return served.connectors(tenant).stream()
                .filter(connector -> connector.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
