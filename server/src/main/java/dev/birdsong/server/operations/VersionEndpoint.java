// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.operations;

import dev.birdsong.server.parts.Version;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Which version answers.
@RestController
public final class VersionEndpoint {

    /// The version as it is answered.
    public record Answer(String name, String version) {}

    /// This one.
    @GetMapping("/connect/api/v1/version")
    public Answer version() {
        return new Answer("birdsong", Version.text());
    }
}
