// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.hunting;

import dev.birdsong.query.QueryException;
import dev.birdsong.query.body.BadSearchException;
import dev.birdsong.query.body.IndexNames;
import dev.birdsong.server.data.Searches;
import dev.birdsong.server.pages.Viewer;
import dev.birdsong.server.pages.charts.Counts;
import dev.birdsong.spi.lake.Aggregation;
import dev.birdsong.spi.lake.AggregationResult;
import dev.birdsong.spi.lake.Bucket;
import dev.birdsong.spi.lake.SearchRefusedException;
import dev.birdsong.spi.lake.SeenField;
import dev.birdsong.spi.lake.Selection;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.FieldType;
import dev.birdsong.spi.record.Schema;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// The fields beside the table, their most frequent values, and what completes a query that is being typed.
@Controller
public final class FieldsPage {

    private static final int TOP = 8;
    private static final int OFFERED = 12;
    private static final int LONGEST = 200;

    private final Searches searches;
    private final Hunts hunts;
    private final Schema schema;

    /// A frequent value.
    ///
    /// @param share of the records, in percent
    public record Top(String value, long count, long share) {

        /// The value as it is shown.
        public String shown() {
            return Shown.cell(value);
        }
    }

    /// What could be typed.
    ///
    /// @param text put in the place of what was begun
    /// @param note about it
    public record Offer(String text, String note) {}

    public FieldsPage(Searches searches, Hunts hunts, Schema schema) {
        this.searches = searches;
        this.hunts = hunts;
        this.schema = schema;
    }

    /// All fields that the records of these indices have.
    @GetMapping(HuntState.PATH + "/fields")
    public String fields(Viewer viewer, @RequestParam Map<String, String> address, Model model) {
        HuntState state = HuntState.of(address, HuntState.SYSLOG);
        List<SeenField> seen = seen(viewer, state.index());
        model.addAttribute("hunt", state)
                .addAttribute("listed", listed(seen))
                .addAttribute(
                        "others", seen.stream().filter(field -> !field.listed()).toList());
        return "hunting/fields :: fields";
    }

    /// Those that people look at most come first.
    private static List<SeenField> listed(List<SeenField> seen) {
        return seen.stream()
                .filter(SeenField::listed)
                .sorted(Comparator.comparingInt(field -> Column.rank(field.path())))
                .toList();
    }

    /// The most frequent values of a field among the records that are found.
    @GetMapping(HuntState.PATH + "/top")
    public String top(
            Viewer viewer, @RequestParam Map<String, String> address, @RequestParam String field, Model model) {
        HuntState state = HuntState.of(address, HuntState.SYSLOG);
        model.addAttribute("hunt", state).addAttribute("field", field);
        try {
            model.addAttribute("top", top(viewer, hunts.selection(state), field, TOP));
        } catch (QueryException | BadSearchException | SearchRefusedException wrong) {
            model.addAttribute("problem", wrong.getMessage());
        }
        return "hunting/fields :: top";
    }

    /// Names of fields that begin so, or have it in them.
    @GetMapping(HuntState.PATH + "/complete")
    @ResponseBody
    public List<Offer> complete(
            Viewer viewer,
            @RequestParam(defaultValue = HuntState.SYSLOG) String index,
            @RequestParam(defaultValue = "") String field,
            @RequestParam(defaultValue = "") String begun) {
        try {
            return field.isEmpty() ? names(viewer, index, begun) : values(viewer, index, field, begun);
        } catch (BadSearchException | SearchRefusedException _) {
            return List.of();
        }
    }

    private List<Offer> names(Viewer viewer, String index, String begun) {
        String wanted = begun.toLowerCase(Locale.ROOT);
        return seen(viewer, index).stream()
                .filter(field -> field.path().toLowerCase(Locale.ROOT).contains(wanted))
                .sorted(Comparator.comparing((SeenField field) ->
                                !field.path().toLowerCase(Locale.ROOT).startsWith(wanted))
                        .thenComparing(field -> !field.listed())
                        .thenComparing(SeenField::path))
                .limit(OFFERED)
                .map(field -> new Offer(field.path() + ":", field.type().name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private List<Offer> values(Viewer viewer, String index, String field, String begun) {
        String path = Schema.plain(field);
        Query like = begun.isEmpty() || schema.type(path).orElse(FieldType.TEXT) != FieldType.TEXT
                ? new Query.Exists(path)
                : new Query.Wildcard(path, begun.replaceAll("[*?\\\\]", "\\\\$0") + "*");
        return top(viewer, new Selection(IndexNames.parse(index), like), path, OFFERED * 4).stream()
                .filter(top -> top.value().length() < LONGEST)
                .filter(top -> top.value().toLowerCase(Locale.ROOT).contains(begun.toLowerCase(Locale.ROOT)))
                .limit(OFFERED)
                .map(top -> new Offer(Clause.of(path, top.value()).text(), Long.toString(top.count())))
                .toList();
    }

    private List<Top> top(Viewer viewer, Selection selection, String field, int size) {
        var found = searches.count(
                viewer.seeing(), selection, Map.of("top", new Aggregation.TopValues(Schema.plain(field), size)));
        if (!(found.aggregations().get("top") instanceof AggregationResult.Buckets(List<Bucket> buckets, long _))) {
            return List.of();
        }
        long total = Math.max(1, found.total());
        return buckets.stream()
                .map(one -> new Top(Counts.text(one.key()), one.count(), Math.min(100, one.count() * 100 / total)))
                .toList();
    }

    private List<SeenField> seen(Viewer viewer, String index) {
        return searches.fields(viewer.seeing(), IndexNames.parse(index)).fields();
    }
}
