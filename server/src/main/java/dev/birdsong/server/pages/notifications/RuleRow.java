// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.notifications;

import dev.birdsong.server.notifications.RuleAnswer;
import dev.birdsong.server.pages.Viewer;
import dev.birdsong.server.people.TenantsEndpoint;
import java.util.List;

/// A rule as a table shows it.
public record RuleRow(RuleAnswer answer, String tenant) {

    static RuleRow of(Viewer viewer, RuleAnswer answer) {
        String tenant = viewer.tenants().stream()
                .filter(one -> one.custId().equals(answer.custId()))
                .map(TenantsEndpoint.Answer::custName)
                .findFirst()
                .orElse("All tenants");
        return new RuleRow(answer, tenant);
    }

    /// What it looks for, in words.
    public String looksFor() {
        String time = answer.threshold() + " " + unit();
        return switch (answer.kind()) {
            case "silent" -> "No data for " + time;
            case "failing" -> "Failing for " + time;
            default -> answer.threshold() == 0 ? "Device dark" : "Device dark for " + time;
        };
    }

    /// Which connectors it watches, in words.
    public String watches() {
        return switch (answer.connectors()) {
            case List<?> chosen when chosen.size() == 1 -> "1 connector";
            case List<?> chosen -> chosen.size() + " connectors";
            default -> "All connectors";
        };
    }

    private String unit() {
        String unit = answer.unit();
        return answer.threshold() == 1 ? unit.substring(0, unit.length() - 1) : unit;
    }
}
