// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.connectors;

import dev.birdsong.server.connectors.QuarantineEndpoint;
import dev.birdsong.server.connectors.QuarantineEndpoint.Replayed;
import dev.birdsong.server.pages.FormBody;
import dev.birdsong.server.pages.Viewer;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What could not be read of a connector's source, one by one.
@Controller
public final class QuarantinePage {

    private static final FormBody REPLAY = new FormBody(Set.of());

    private final QuarantineEndpoint quarantine;
    private final ConnectorRows rows;

    public QuarantinePage(QuarantineEndpoint quarantine, ConnectorRows rows) {
        this.quarantine = quarantine;
        this.rows = rows;
    }

    /// One, with its bytes.
    @GetMapping("/connectors/{id}/quarantine/{entry}")
    public String one(Viewer viewer, @PathVariable String id, @PathVariable String entry, Model model) {
        model.addAttribute("row", rows.one(viewer, id))
                .addAttribute("shown", quarantine.one(viewer.caller(), id, entry));
        return "connectors/quarantined";
    }

    /// Its bytes, as a file.
    @GetMapping("/connectors/{id}/quarantine/{entry}/content")
    public ResponseEntity<byte[]> content(Viewer viewer, @PathVariable String id, @PathVariable String entry) {
        return quarantine.content(viewer.caller(), id, entry);
    }

    /// Reads all of it again, or one.
    @PostMapping("/connectors/{id}/quarantine/replay")
    public String replay(
            Viewer viewer,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form,
            RedirectAttributes next)
            throws InterruptedException {
        Replayed replayed = quarantine.replay(viewer.caller(), id, REPLAY.of(form));
        next.addFlashAttribute(
                "said",
                replayed.read() + " read and no longer in quarantine, " + replayed.unreadable()
                        + " still cannot be read. " + replayed.created() + " records are new in the lake.");
        return "redirect:/connectors/" + id;
    }
}
