// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.connectors;

import dev.birdsong.server.connectors.ConnectionTestEndpoint;
import dev.birdsong.server.connectors.TestAnswer;
import dev.birdsong.server.pages.Fragments;
import dev.birdsong.server.pages.Viewer;
import dev.birdsong.spi.connector.TestListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/// Tests connections, and shows each step as it is done: the answer has one line of JSON for each, with its HTML.
@Controller
public final class TestPage {

    private static final Logger LOG = LoggerFactory.getLogger(TestPage.class);
    private static final String TEMPLATE = "connectors/test";

    private final ConnectionTestEndpoint tests;
    private final Fragments fragments;
    private final JsonMapper json;

    private record Piece(String kind, String html) {}

    public TestPage(ConnectionTestEndpoint tests, Fragments fragments, JsonMapper json) {
        this.tests = tests;
        this.fragments = fragments;
        this.json = json;
    }

    /// Tests a saved connector.
    @PostMapping("/connectors/{id}/test")
    public void saved(Viewer viewer, @PathVariable String id, HttpServletResponse response)
            throws IOException, InterruptedException {
        finish(response, tests.test(viewer.caller(), id, listener(response)));
    }

    /// Tests what is entered in a form, before it is saved.
    @PostMapping("/connectors/test")
    public void entered(Viewer viewer, @RequestParam MultiValueMap<String, String> form, HttpServletResponse response)
            throws IOException, InterruptedException {
        finish(response, tests.test(viewer.caller(), ConnectorForms.body(form), listener(response)));
    }

    private TestListener listener(HttpServletResponse response) {
        return step -> {
            try {
                write(response, "step", Map.of("step", TestAnswer.Step.of(step)));
            } catch (IOException e) {
                LOG.atDebug().setCause(e).log("a test goes on without those who watched it");
            }
        };
    }

    private void finish(HttpServletResponse response, TestAnswer answer) throws IOException {
        write(response, "outcome", Map.of("test", answer));
    }

    private void write(HttpServletResponse response, String fragment, Map<String, Object> model) throws IOException {
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        String html = fragments.render(TEMPLATE, fragment, model);
        response.getOutputStream()
                .write((json.writeValueAsString(new Piece(fragment, html)) + "\n").getBytes(StandardCharsets.UTF_8));
        response.flushBuffer();
    }
}
