// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Tells errors that never reached an endpoint.
@RestController
public final class ErrorPage implements ErrorController {

    private static final int NOT_FOUND = 404;

    /// The error that the servlet container met.
    @RequestMapping("/error")
    public ResponseEntity<ApiError> error(HttpServletRequest request) {
        return ErrorAnswers.standard(HttpStatusCode.valueOf(
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                        ? status
                        : NOT_FOUND));
    }
}
