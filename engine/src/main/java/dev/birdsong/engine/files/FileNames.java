// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.files;

import dev.birdsong.engine.StreamKey;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Names of files that are safe and readable, whatever a stream is called.
final class FileNames {

    private FileNames() {}

    static String of(StreamKey stream) {
        return URLEncoder.encode(stream.sourceKey(), StandardCharsets.UTF_8) + "." + stream.contentType();
    }
}
