// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.people;

import dev.birdsong.state.access.Role;
import java.util.Arrays;
import java.util.List;

/// A role, and what it may do in one line.
///
/// @param label its name, for people and in the API
public record RoleLine(String label, String line) {

    /// All of them, the mightiest first.
    static List<RoleLine> all() {
        return Arrays.stream(Role.values()).map(RoleLine::of).toList();
    }

    static RoleLine of(Role role) {
        return new RoleLine(
                role.label(),
                switch (role) {
                    case SUPER_ADMIN -> "does everything, and alone makes users and gives them roles.";
                    case PLATFORM_ADMIN -> "does everything but users and their roles.";
                    case SECURITY_ADMIN ->
                        "sees, makes, edits and tests connectors, but does not delete them; with root scope log filters, too.";
                    case USER -> "looks at connectors and records, and changes nothing.";
                });
    }
}
