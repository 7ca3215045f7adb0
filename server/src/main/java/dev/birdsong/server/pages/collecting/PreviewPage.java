// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.collecting;

import dev.birdsong.server.collecting.FilterPreview;
import dev.birdsong.server.collecting.LogFiltersEndpoint;
import dev.birdsong.server.data.Searches;
import dev.birdsong.server.pages.FormAnswers;
import dev.birdsong.server.pages.Fragments;
import dev.birdsong.server.pages.Viewer;
import dev.birdsong.server.pages.hunting.FoundRecord;
import dev.birdsong.spi.lake.Paging;
import dev.birdsong.spi.lake.Selection;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.Index;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/// Shows what a log filter would have left out, before it is kept.
@Controller
public final class PreviewPage {

    private final LogFiltersEndpoint filters;
    private final Searches searches;
    private final Fragments fragments;
    private final JsonMapper json;

    /// What the page shows.
    public record Shown(String html) {}

    public PreviewPage(LogFiltersEndpoint filters, Searches searches, Fragments fragments, JsonMapper json) {
        this.filters = filters;
        this.searches = searches;
        this.fragments = fragments;
        this.json = json;
    }

    /// What the conditions in the form would have left out of the last week.
    @PostMapping(LogFiltersPage.PATH + "/preview")
    public ResponseEntity<Object> preview(Viewer viewer, @RequestParam MultiValueMap<String, String> form) {
        return FormAnswers.of(() -> {
            FilterPreview.Answer preview = filters.preview(viewer.caller(), new FilterForm(form).preview());
            Map<String, Object> model = Map.of("preview", preview, "examples", examples(viewer, preview.examples()));
            return new Shown(fragments.render("collecting/preview", "preview", model));
        });
    }

    private List<FoundRecord> examples(Viewer viewer, List<String> ids) {
        List<Query> any =
                ids.stream().<Query>map(id -> new Query.Text("_id", id)).toList();
        var selection = new Selection(Set.of(Index.values()), new Query.Or(any));
        return searches.run(viewer.caller(), selection, Paging.newest(Math.max(1, ids.size()))).hits().stream()
                .map(hit -> FoundRecord.of(hit, json))
                .toList();
    }
}
