// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.http;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Tells in the form of all errors what the servlet container refuses before Spring sees it, such as headers that are
/// too long.
public final class ContainerErrors extends ErrorReportValve {

    private static final int FIRST_ERROR = 400;

    private final JsonMapper json;

    public ContainerErrors(JsonMapper json) {
        this.json = json;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < FIRST_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            write(status, response);
        } catch (IOException e) {
            getContainer().getLogger().debug("nobody waits for the error any more", e);
        }
    }

    private void write(int status, Response response) throws IOException {
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        @Nullable Writer writer = response.getReporter();
        if (writer != null) {
            ApiError error = ApiError.of(StandardErrors.code(status), StandardErrors.message(status), Optional.empty());
            writer.write(json.writeValueAsString(error));
            response.finishResponse();
        }
    }
}
