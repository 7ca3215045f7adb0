// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocsPageTest {

    private static final Pattern FILE = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

    @TempDir
    static Path folder;

    private static Served served;

    @BeforeAll
    static void start() {
        served = Served.in(folder);
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void hasEveryFileThatItsPageNeeds() throws Exception {
        HttpResponse<String> page = get("/docs/api");

        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(FILE.matcher(page.body()).results().map(MatchResult::group)).hasSize(4);
        for (MatchResult file : FILE.matcher(page.body()).results().toList()) {
            assertThat(get(file.group(1)).statusCode()).as(file.group(1)).isEqualTo(200);
        }
    }

    @Test
    void runsNoScriptThatIsWrittenIntoAPage() throws Exception {
        String policy =
                get("/docs/api").headers().firstValue("Content-Security-Policy").orElse("");

        assertThat(policy)
                .contains("default-src 'self'")
                .doesNotContain("script-src")
                .doesNotContain("unsafe");
        assertThat(get("/docs/assets/api.js")
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElse(""))
                .doesNotContain("unsafe");
    }

    @Test
    void givesNoOtherFileOfTheProgram() throws Exception {
        assertThat(get("/docs/assets/../openapi.yml").statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(get("/docs/assets/%2e%2e/openapi.yml").statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(get("/openapi.yml").headers().firstValue("Location")).contains("/sign-in?next=%2Fopenapi.yml");
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(served.server().address() + path))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
