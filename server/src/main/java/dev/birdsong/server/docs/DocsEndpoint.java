// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.docs;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// `GET /openapi.json`, and the page `/docs/api` to try it. Both are the same for everybody, so they need no token.
@RestController
public final class DocsEndpoint {

    /// As for every other page, but that the style sheet of Swagger UI has pictures in it.
    private static final String POLICY = "default-src 'self'; img-src 'self' data:; "
            + "frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    private static final String HTML = """
            <!doctype html>
            <html lang="en">
              <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Birdsong API</title>
                <link rel="stylesheet" href="/webjars/swagger-ui/swagger-ui.css">
                <link rel="icon" href="/webjars/swagger-ui/favicon-32x32.png">
              </head>
              <body>
                <div id="api"></div>
                <script src="/webjars/swagger-ui/swagger-ui-bundle.js"></script>
                <script src="/docs/assets/api.js"></script>
              </body>
            </html>
            """;

    private final byte[] document = OpenApi.json();

    /// The document.
    @GetMapping(path = "/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    public byte[] document() {
        return document.clone();
    }

    /// The page.
    @GetMapping(path = "/docs/api", produces = MediaType.TEXT_HTML_VALUE)
    public ResponseEntity<String> page() {
        return ResponseEntity.ok().header("Content-Security-Policy", POLICY).body(HTML);
    }
}
