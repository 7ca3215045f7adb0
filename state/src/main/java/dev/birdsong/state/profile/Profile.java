// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.profile;

import java.util.List;

/// A data analyzer profile: which connectors its nodes run.
///
/// @param all whether it has every connector
/// @param connectors ids of those that were put into it; empty where it has every one
public record Profile(String id, String name, boolean all, List<String> connectors) {

    /// The id of the profile that a fresh database has.
    public static final String DEFAULT_ID = "default";

    /// The name of the profile that a fresh database has.
    public static final String DEFAULT_NAME = "Default";

    public Profile {
        connectors = List.copyOf(connectors);
    }
}
