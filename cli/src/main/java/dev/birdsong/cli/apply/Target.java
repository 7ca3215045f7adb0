// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.apply;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Where changes go, and are told of.
///
/// @param changes makes them, or only imagines them
record Target(Changes changes, Report report) {

    /// What is made or changed, in the words of the report.
    record Named(String kind, String name) {}

    /// Makes something.
    ///
    /// @param parts what is told of it
    JsonNode create(Named named, String path, ObjectNode body, List<String> parts) throws InterruptedException {
        JsonNode made = changes.create(path, body);
        report.created(named.kind() + " " + named.name(), parts);
        return made;
    }

    /// Changes something, if there is a difference.
    void change(Named named, String path, Edit edit) throws InterruptedException {
        if (edit.isEmpty()) {
            report.unchanged();
            return;
        }
        changes.change(path, edit.body());
        report.changed(named.kind() + " " + named.name(), edit.differences());
    }
}
