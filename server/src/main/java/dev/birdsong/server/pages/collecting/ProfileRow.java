// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.collecting;

import dev.birdsong.server.collecting.ProfilesEndpoint;
import dev.birdsong.state.profile.Profile;
import java.util.Collection;
import java.util.List;

/// A data analyzer profile as pages show it.
///
/// @param all whether it has every connector
/// @param connectors how many were put into it
/// @param nodes the names of those that have it
public record ProfileRow(String id, String name, boolean all, int connectors, List<String> nodes) {

    public ProfileRow {
        nodes = List.copyOf(nodes);
    }

    /// Whether every installation has it, so that it cannot be deleted.
    public boolean stays() {
        return id.equals(Profile.DEFAULT_ID);
    }

    static ProfileRow of(ProfilesEndpoint.Answer profile) {
        boolean all = profile.connectors().equals(ProfilesEndpoint.ALL);
        int connectors = profile.connectors() instanceof Collection<?> chosen ? chosen.size() : 0;
        return new ProfileRow(profile.id(), profile.name(), all, connectors, profile.nodes());
    }
}
