// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages;

import dev.birdsong.server.http.ApiError;
import dev.birdsong.server.http.ApiException;
import dev.birdsong.server.http.ErrorPage;
import dev.birdsong.server.parts.Version;
import dev.birdsong.spi.lake.LakeException;
import dev.birdsong.state.sql.StateException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/// What all pages have in common: what their frame shows, and how they tell what went wrong.
@ControllerAdvice(basePackageClasses = PageAdvice.class)
@Order(0)
public final class PageAdvice {

    /// The path, by which the frame knows where the reader is.
    @ModelAttribute("path")
    public String path(HttpServletRequest request) {
        return request.getRequestURI();
    }

    /// Which Birdsong this is.
    @ModelAttribute("version")
    public String version() {
        return Version.text();
    }

    /// What an endpoint refuses.
    @ExceptionHandler
    public Object refused(ApiException refused, HttpServletRequest request) {
        return problem(refused.status(), String.valueOf(refused.getMessage()), request);
    }

    /// What the state does not take.
    @ExceptionHandler
    public Object state(StateException refused, HttpServletRequest request) {
        HttpStatus status =
                refused instanceof StateException.Unavailable ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.CONFLICT;
        return problem(status, String.valueOf(refused.getMessage()), request);
    }

    /// A lake that does not answer.
    @ExceptionHandler
    public Object lake(LakeException down, HttpServletRequest request) {
        return problem(HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(down.getMessage()), request);
    }

    /// An address that no page of ours links to.
    @ExceptionHandler({MethodArgumentTypeMismatchException.class, MissingServletRequestParameterException.class})
    public Object parameter(HttpServletRequest request) {
        return problem(
                HttpStatus.BAD_REQUEST, "this address cannot be read: go back, and follow the link again", request);
    }

    /// A part of a page is told in one line, which the page shows, and a whole page by a page. A program that has lost
    /// its way is told as on the API.
    static Object problem(HttpStatus status, String message, HttpServletRequest request) {
        if (request.getHeader("HX-Request") != null) {
            return ResponseEntity.status(status)
                    .contentType(MediaType.TEXT_PLAIN)
                    .body(message);
        }
        if (!ErrorPage.wants(request)) {
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(ApiError.of("refused", message, Optional.empty()));
        }
        var page = new ModelAndView("problem", status);
        page.addObject("status", status.value()).addObject("message", message);
        return page;
    }
}
