// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.hunting;

import dev.birdsong.query.QueryException;
import dev.birdsong.query.QueryParser;
import dev.birdsong.query.body.BadSearchException;
import dev.birdsong.server.data.Searches;
import dev.birdsong.server.http.ApiException;
import dev.birdsong.server.pages.Viewer;
import dev.birdsong.spi.lake.Paging;
import dev.birdsong.spi.lake.SearchResult;
import dev.birdsong.spi.lake.Selection;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.Index;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/// Investigate | Threat Hunting: the records that a query finds, newest first, and all of one record.
@Controller
public final class HuntingPage {

    private static final int PAGE = 100;
    private static final int MOST = 10_000;

    private final Searches searches;
    private final QueryParser parser;
    private final Clock clock;
    private final JsonMapper json;

    /// What was found, and a page of it.
    public record Found(long total, boolean exact, boolean timedOut, List<FoundRecord> records) {

        public Found {
            records = List.copyOf(records);
        }
    }

    public HuntingPage(Searches searches, QueryParser parser, Clock clock, JsonMapper json) {
        this.searches = searches;
        this.parser = parser;
        this.clock = clock;
        this.json = json;
    }

    /// The search, and what it finds.
    @GetMapping("/hunting")
    @SuppressWarnings("ParameterNumber") // each is a part of the address
    public String hunt(
            Viewer viewer,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "syslog") String index,
            @RequestParam(defaultValue = HuntState.USUAL_RANGE) String range,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> to,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        HuntState hunt = new HuntState(q, index, range, from, to);
        model.addAttribute("hunt", hunt).addAttribute("page", page).addAttribute("ranges", HuntState.RANGES);
        try {
            Selection selection = hunt.selection(parser, clock.instant());
            int first = Math.clamp((long) page * PAGE, 0, MOST - PAGE);
            Found found = found(viewer, selection, new Paging(Paging.NEWEST_FIRST, first, PAGE, List.of(), true));
            model.addAttribute("found", found).addAttribute("pages", Math.min(found.total(), MOST) / PAGE);
            if (found.total() == 0) {
                model.addAttribute("elsewhere", elsewhere(viewer, hunt));
            }
        } catch (QueryException | BadSearchException wrong) {
            model.addAttribute("problem", wrong.getMessage());
        }
        return "hunting/hunting";
    }

    /// How many records the query finds at any time, where it finds none in the time asked for.
    private long elsewhere(Viewer viewer, HuntState hunt) {
        Selection ever = new HuntState(hunt.q(), hunt.index(), "all", Optional.empty(), Optional.empty())
                .selection(parser, clock.instant());
        return found(viewer, ever, new Paging(Paging.NEWEST_FIRST, 0, 0, List.of(), true))
                .total();
    }

    /// All of one record.
    @GetMapping("/hunting/records/{id}")
    public String record(Viewer viewer, @PathVariable String id, Model model) {
        Selection one = new Selection(Set.of(Index.values()), new Query.Text("_id", id));
        FoundRecord record = found(viewer, one, Paging.newest(1)).records().stream()
                .findFirst()
                .orElseThrow(() -> ApiException.missing("record", id));
        model.addAttribute("record", record);
        return "hunting/record";
    }

    private Found found(Viewer viewer, Selection selection, Paging paging) {
        SearchResult result = searches.run(viewer.seeing(), selection, paging);
        return new Found(
                result.total(),
                result.exact(),
                result.timedOut(),
                result.hits().stream().map(hit -> FoundRecord.of(hit, json)).toList());
    }
}
