// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.connectors;

import dev.birdsong.engine.run.ConnectorTypes;
import dev.birdsong.server.http.ApiException;
import dev.birdsong.server.pages.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The catalogue: what connector types there are, and all about each of them.
@Controller
public final class CataloguePage {

    private final ConnectorTypes types;

    public CataloguePage(ConnectorTypes types) {
        this.types = types;
    }

    /// All of them.
    @GetMapping("/connector-types")
    public String all(Viewer viewer, Model model) {
        model.addAttribute("types", types.all());
        return "connectors/types";
    }

    /// One of them.
    @GetMapping("/connector-types/{type}")
    public String one(Viewer viewer, @PathVariable String type, Model model) {
        model.addAttribute("type", types.find(type).orElseThrow(() -> ApiException.missing("connector type", type)));
        return "connectors/type";
    }
}
