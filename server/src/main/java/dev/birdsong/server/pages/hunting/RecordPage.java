// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.hunting;

import dev.birdsong.server.http.ApiException;
import dev.birdsong.server.pages.Viewer;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/// All of one record: by itself, and below its row in the table of what was found.
@Controller
public final class RecordPage {

    private final Hunts hunts;

    public RecordPage(Hunts hunts) {
        this.hunts = hunts;
    }

    /// All of it.
    ///
    /// @param address what was looked for, to which its values can be added
    /// @param part there when only a part of a page is wanted
    @GetMapping(HuntState.PATH + "/records/{id}")
    public String record(
            Viewer viewer,
            @PathVariable String id,
            @RequestParam Map<String, String> address,
            @RequestHeader(name = "HX-Request", defaultValue = "") String part,
            Model model) {
        FoundRecord record = hunts.record(viewer, id).orElseThrow(() -> ApiException.missing("record", id));
        HuntState everywhere = new HuntState("", "*", TimeChoice.ALL, List.of(), HuntState.NEWEST);
        model.addAttribute("record", record)
                .addAttribute("hunt", part.isEmpty() ? everywhere : HuntState.of(address, HuntState.SYSLOG));
        return part.isEmpty() ? "hunting/record" : "hunting/record :: details";
    }
}
