// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.people;

import dev.birdsong.server.people.ActivitiesEndpoint;
import java.util.List;
import java.util.Locale;

/// An activity as the table shows it.
///
/// @param did in words, such as: create log filter
public record ActivityRow(ActivitiesEndpoint.Answer activity, String did, String kind) {

    static ActivityRow of(ActivitiesEndpoint.Answer activity) {
        return new ActivityRow(activity, words(activity.action()), words(activity.objectKind()));
    }

    /// Whether this text, in lower case, is part of what the row shows.
    boolean has(String text) {
        return List.of(
                        activity.user(),
                        activity.address(),
                        did,
                        kind,
                        activity.objectName(),
                        activity.objectId(),
                        activity.outcome())
                .stream()
                .anyMatch(shown -> shown.toLowerCase(Locale.ROOT).contains(text));
    }

    private static String words(String name) {
        return name.replace('_', ' ');
    }
}
