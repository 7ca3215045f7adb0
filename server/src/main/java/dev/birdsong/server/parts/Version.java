// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.parts;

import java.util.Optional;

/// Which version this is.
public final class Version {

    private Version() {}

    /// As the build has named it.
    public static String text() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("unbuilt");
    }
}
