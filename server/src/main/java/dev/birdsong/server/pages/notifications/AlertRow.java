// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.notifications;

import dev.birdsong.server.notifications.AlertAnswer;
import dev.birdsong.server.notifications.AlertAnswer.Told;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An alert as a table shows it.
///
/// @param told what was told last, of each recipient
public record AlertRow(AlertAnswer answer, List<Told> told) {

    public AlertRow {
        told = List.copyOf(told);
    }

    static AlertRow of(AlertAnswer answer) {
        Map<String, Told> last = new LinkedHashMap<>();
        answer.deliveries().forEach(told -> last.put(told.channel() + " " + told.recipient(), told));
        return new AlertRow(answer, List.copyOf(last.values()));
    }

    /// What is the matter, in a few words.
    public String what() {
        return switch (answer.kind()) {
            case "silent" -> "No data";
            case "failing" -> "Failing";
            default ->
                answer.device()
                        .map(device -> "Device " + device.name() + " is dark")
                        .orElse("Device dark");
        };
    }
}
