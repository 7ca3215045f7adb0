// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.catalogue;

import java.util.List;

/// What the catalogue shows of a connector type, beside its names and its content types.
///
/// @param functions what it can do
/// @param access what it needs and where it goes
/// @param msgOrigin the `msg_origin` of its records
/// @param form the fields of its settings (`conf`), in the order of the screen
/// @param help how to set it up, in order
public record Description(
        Functions functions, Access access, MsgOrigin msgOrigin, List<FormField> form, List<Procedure> help) {

    public Description {
        form = List.copyOf(form);
        help = List.copyOf(help);
    }

    /// What a connector type can do.
    ///
    /// @param collects whether it brings records
    /// @param responds whether it can act at the source
    /// @param mapsNativeAlerts whether alerts of the source become alerts of ours
    /// @param runsOn where it can run
    /// @param intervalConfigurable whether its user says how often it collects
    public record Functions(
            boolean collects,
            boolean responds,
            boolean mapsNativeAlerts,
            List<RunsOn> runsOn,
            boolean intervalConfigurable) {

        public Functions {
            runsOn = List.copyOf(runsOn);
        }
    }

    /// What a connector type needs and where it goes.
    ///
    /// @param domain where its requests go, such as `https://<Hostname>`
    /// @param requiredCredentials what its user has to have, for people
    /// @param responseActions what it can do at the source, for people; `N/A` for nothing
    public record Access(String domain, String requiredCredentials, String responseActions) {}

    /// What `msg_origin` of all its records says.
    public record MsgOrigin(String vendor, String source, String category) {}

    /// One part of the help.
    ///
    /// @param title what is done
    /// @param steps how, one sentence or two each
    public record Procedure(String title, List<String> steps) {

        public Procedure {
            steps = List.copyOf(steps);
        }
    }
}
