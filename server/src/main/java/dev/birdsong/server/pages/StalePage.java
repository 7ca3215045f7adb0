// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// Where a form ends whose page does not belong to this browser's session any more.
@Controller
public final class StalePage {

    /// Where it is.
    public static final String PATH = "/stale";

    /// Says what to do.
    @RequestMapping(PATH)
    public Object stale(HttpServletRequest request) {
        return PageAdvice.problem(
                HttpStatus.FORBIDDEN,
                "this page was open for too long: go back, load it again, and repeat what you did",
                request);
    }
}
