// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.http;

import java.util.Map;
import java.util.Optional;

/// One HTTP request.
///
/// @param parameters those of the query and of a form, decoded
/// @param headers by their names in lower case
/// @param body the body where it is no form, blank where there is none
public record Request(
        String method, String path, Map<String, String> parameters, Map<String, String> headers, String body) {

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    public Optional<String> header(String lowerCaseName) {
        return Optional.ofNullable(headers.get(lowerCaseName));
    }

    public boolean takesGzip() {
        return header("accept-encoding").filter(value -> value.contains("gzip")).isPresent();
    }

    boolean keepsAlive() {
        return header("connection")
                .filter(value -> value.equalsIgnoreCase("close"))
                .isEmpty();
    }
}
