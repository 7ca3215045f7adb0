// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.ModelAndView;

/// Tells errors that never reached an endpoint.
@RestController
public final class ErrorPage implements ErrorController {

    private static final int NOT_FOUND = 404;

    /// The error that the servlet container met.
    @RequestMapping("/error")
    public Object error(HttpServletRequest request) {
        HttpStatusCode status = HttpStatusCode.valueOf(
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer known ? known : NOT_FOUND);
        return wants(request) ? page(status) : ErrorAnswers.standard(status);
    }

    /// Whether a browser asks for a page, rather than a program for an answer.
    public static boolean wants(HttpServletRequest request) {
        Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = asked == null ? request.getRequestURI() : asked.toString();
        return !path.startsWith("/connect/")
                && Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT))
                        .filter(accepted -> accepted.contains(MediaType.TEXT_HTML_VALUE))
                        .isPresent();
    }

    /// The error as a page.
    static ModelAndView page(HttpStatusCode status) {
        var page = new ModelAndView("problem", status);
        page.addObject("status", status.value());
        page.addObject(
                "message",
                status.value() == NOT_FOUND
                        ? "There is no such page."
                        : "The server could not do this; its log tells more.");
        return page;
    }
}
