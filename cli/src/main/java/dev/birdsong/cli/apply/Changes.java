// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.apply;

import dev.birdsong.cli.api.ApiClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Makes changes.
sealed interface Changes {

    /// Makes something; what was made.
    JsonNode create(String path, ObjectNode body) throws InterruptedException;

    /// Changes something.
    void change(String path, ObjectNode body) throws InterruptedException;

    /// On a server.
    record Sent(ApiClient api) implements Changes {

        @Override
        public JsonNode create(String path, ObjectNode body) throws InterruptedException {
            return api.post(path, body);
        }

        @Override
        public void change(String path, ObjectNode body) throws InterruptedException {
            api.put(path, body);
        }
    }

    /// Nowhere. What is made has an id that no server gives.
    record Imagined() implements Changes {

        @Override
        public JsonNode create(String path, ObjectNode body) {
            String id = "imagined " + path + " " + body.path("name").asString("")
                    + body.path("cust_name").asString("");
            ObjectNode made = body.deepCopy().put("_id", id);
            return made.has(Existing.TENANT_ID) ? made : made.put(Existing.TENANT_ID, id);
        }

        @Override
        public void change(String path, ObjectNode body) {}
    }
}
