// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.connectors;

import dev.birdsong.query.export.CsvLine;
import dev.birdsong.server.connectors.ConnectorsEndpoint;
import dev.birdsong.server.http.Body;
import dev.birdsong.server.pages.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.node.JsonNodeFactory;

/// System | Integrations | Connectors: all connectors in a table, and what can be done with one of them.
@Controller
public final class OverviewPage {

    private final ConnectorsEndpoint connectors;
    private final ConnectorRows rows;

    public OverviewPage(ConnectorsEndpoint connectors, ConnectorRows rows) {
        this.connectors = connectors;
        this.rows = rows;
    }

    /// The table. It asks for itself every few seconds, and takes the rows alone.
    @GetMapping("/connectors")
    public String overview(Viewer viewer, @RequestParam Map<String, String> address, Model model) {
        TableState table = TableState.of(address);
        model.addAttribute("table", table)
                .addAttribute("found", rows.page(viewer, table))
                .addAttribute("statuses", Labels.statuses());
        return "connectors/overview";
    }

    /// All rows of the table, on all its pages, as CSV.
    @GetMapping("/connectors.csv")
    public void csv(Viewer viewer, @RequestParam Map<String, String> address, HttpServletResponse response)
            throws IOException {
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("Content-Disposition", "attachment; filename=\"connectors.csv\"");
        PrintWriter out = response.getWriter();
        out.write(new CsvLine(ConnectorRow.HEADER).text());
        rows.each(viewer, TableState.of(address), row -> out.write(new CsvLine(row.cells()).text()));
    }

    /// Pauses a connector, or lets it go on; its row anew.
    @PostMapping("/connectors/{id}/active")
    public String activate(Viewer viewer, @PathVariable String id, @RequestParam boolean active, Model model) {
        connectors.edit(
                viewer.caller(),
                id,
                Body.of(JsonNodeFactory.instance.objectNode().put("active", active)));
        model.addAttribute("found", new ConnectorRows.Page(1, List.of(rows.one(viewer, id))));
        return "connectors/overview :: row";
    }

    /// Deletes one. What it collected stays.
    @PostMapping("/connectors/{id}/delete")
    public String delete(Viewer viewer, @PathVariable String id, RedirectAttributes next) {
        String name = connectors.get(viewer.caller(), id).name();
        connectors.delete(viewer.caller(), id);
        next.addFlashAttribute("said", "The connector " + name + " is deleted. What it collected stays.");
        return "redirect:/connectors";
    }
}
