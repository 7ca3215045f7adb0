// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.docs;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.json.JsonMapper;

/// The OpenAPI document, written by hand in `openapi.yml`.
final class OpenApi {

    private static final String FILE = "/openapi.yml";

    private OpenApi() {}

    /// The document as JSON.
    static byte[] json() {
        try (InputStream yaml = requireNonNull(OpenApi.class.getResourceAsStream(FILE), FILE)) {
            Object tree = new Load(LoadSettings.builder().setLabel(FILE).build()).loadFromInputStream(yaml);
            return JsonMapper.shared().writeValueAsBytes(tree);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }
}
