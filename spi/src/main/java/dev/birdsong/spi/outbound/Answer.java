// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/// What a host answered. The body comes as it is read; closing it half read drops the connection.
///
/// @param status the HTTP status
/// @param headers by lower-case name, the last of each
/// @param body the unpacked body
/// @param reached whom the request reached
public record Answer(int status, Map<String, String> headers, InputStream body, Reached reached)
        implements AutoCloseable {

    public Answer {
        headers = Map.copyOf(headers);
    }

    /// Of somebody unknown.
    public Answer(int status, Map<String, String> headers, InputStream body) {
        this(status, headers, body, Reached.UNKNOWN);
    }

    /// A header by its lower-case name.
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
