// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.connectors;

import dev.birdsong.engine.connector.Health;
import java.util.LinkedHashMap;
import java.util.Map;

/// What things are called on the pages.
final class Labels {

    private Labels() {}

    /// A status as people read it.
    static String status(Health.State state) {
        return switch (state) {
            case HEALTHY -> "Healthy";
            case THROTTLED -> "Throttled";
            case FAILING -> "Failing";
            case PAUSED -> "Paused";
            case NOT_IN_A_PROFILE -> "Not in a profile";
            case NEVER_RAN -> "Never ran";
        };
    }

    /// All statuses: as programs name them, and as people read them.
    static Map<String, String> statuses() {
        Map<String, String> statuses = new LinkedHashMap<>();
        for (Health.State state : Health.State.values()) {
            statuses.put(state.label(), status(state));
        }
        return statuses;
    }
}
