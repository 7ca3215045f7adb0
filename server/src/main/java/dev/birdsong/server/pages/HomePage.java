// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Where people begin.
@Controller
public final class HomePage {

    /// The first page.
    @GetMapping("/")
    public String home() {
        return "redirect:/overview";
    }
}
