// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.hunting;

import dev.birdsong.query.QueryParser;
import dev.birdsong.query.body.IndexNames;
import dev.birdsong.spi.lake.Selection;
import dev.birdsong.spi.query.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.util.UriComponentsBuilder;

/// What is looked for and how it is shown, as the address says.
///
/// @param index as the API names it
/// @param columns paths of the fields shown beside the time; empty: the usual
/// @param sort as the API takes it, such as `timestamp:desc`
public record HuntState(String q, String index, TimeChoice time, List<String> columns, String sort) {

    /// Where the page is.
    public static final String PATH = "/hunting";

    static final String NEWEST = "timestamp:desc";
    static final String SYSLOG = "syslog";

    public HuntState {
        columns = List.copyOf(columns);
    }

    /// All that a query finds, at any time.
    public static HuntState all(String q) {
        return new HuntState(q, SYSLOG, TimeChoice.ALL, List.of(), NEWEST);
    }

    /// What an address asks for.
    ///
    /// @param usualIndex where it names none
    static HuntState of(Map<String, String> address, String usualIndex) {
        String range = address.getOrDefault("range", "");
        return new HuntState(
                address.getOrDefault("q", ""),
                given(address, "index", usualIndex),
                range.isEmpty()
                        ? TimeChoice.USUAL
                        : new TimeChoice(range, address.getOrDefault("from", ""), address.getOrDefault("to", "")),
                Arrays.stream(address.getOrDefault("columns", "").split(","))
                        .map(String::strip)
                        .filter(path -> !path.isEmpty())
                        .distinct()
                        .toList(),
                given(address, "sort", NEWEST));
    }

    private static String given(Map<String, String> address, String key, String usual) {
        String text = address.getOrDefault(key, "").strip();
        return text.isEmpty() ? usual : text;
    }

    /// The records that this names.
    ///
    /// @throws dev.birdsong.query.QueryException if the query cannot be read
    /// @throws dev.birdsong.query.body.BadSearchException if there is no such index
    Selection selection(QueryParser parser, TimeChoice.Ends ends) {
        Query query = parser.parse(q);
        return new Selection(
                IndexNames.parse(index), ends.isOpen() ? query : new Query.And(List.of(query, ends.query())));
    }

    /// The columns that are shown.
    public List<Column> shown() {
        return paths().stream().map(Column::of).toList();
    }

    private List<String> paths() {
        return columns.isEmpty() ? Column.usual(index) : columns;
    }

    /// Whether a field is shown as a column.
    public boolean shows(String path) {
        return paths().contains(path);
    }

    /// The query for events in which one of these fields has this value.
    public static String any(List<String> paths, String value) {
        return paths.stream()
                .map(path -> Clause.of(path, value).text())
                .collect(Collectors.joining(" OR ", "record_type:event AND (", ")"));
    }

    /// With another query.
    public HuntState asking(String query) {
        return new HuntState(query, index, time, columns, sort);
    }

    /// At another time.
    public HuntState at(TimeChoice other) {
        return new HuntState(q, index, other, columns, sort);
    }

    /// Between two times, as they are typed.
    public HuntState between(Object from, Object to) {
        return at(new TimeChoice(TimeChoice.CUSTOM, from.toString(), to.toString()));
    }

    /// At any time.
    public HuntState ever() {
        return at(TimeChoice.ALL);
    }

    /// Only those that have this value, too.
    public HuntState and(String path, String value) {
        return asking(Clause.of(path, value).in(q));
    }

    /// Without those that have this value.
    public HuntState not(String path, String value) {
        return asking(Clause.of(path, value).not().in(q));
    }

    /// With this column, or without it where it has it.
    public HuntState toggled(String path) {
        List<String> paths = new ArrayList<>(paths());
        if (!paths.remove(path)) {
            paths.add(path);
        }
        return with(paths);
    }

    /// With this column one place to the left.
    public HuntState moved(String path) {
        List<String> paths = new ArrayList<>(paths());
        int at = paths.indexOf(path);
        if (at > 0) {
            Collections.swap(paths, at, at - 1);
        }
        return with(paths);
    }

    private HuntState with(List<String> paths) {
        return new HuntState(q, index, time, paths, sort);
    }

    /// Sorted by this field, or from its other end.
    public HuntState sorted(String path) {
        return new HuntState(q, index, time, columns, path + (sort.equals(path + ":desc") ? ":asc" : ":desc"));
    }

    /// Which way a field is sorted, as `aria-sort` names it.
    public String direction(String path) {
        if (sort.equals(path + ":asc")) {
            return "ascending";
        }
        return sort.equals(path + ":desc") ? "descending" : "none";
    }

    /// Its address.
    public String address() {
        return PATH + "?" + parameters();
    }

    /// What is behind the path in its address.
    public String parameters() {
        var builder = UriComponentsBuilder.newInstance()
                .queryParam("q", "{q}")
                .queryParam("index", "{index}")
                .queryParam("range", "{range}");
        if (time.range().equals(TimeChoice.CUSTOM)) {
            builder.queryParam("from", "{from}").queryParam("to", "{to}");
        }
        if (!columns.isEmpty()) {
            builder.queryParam("columns", "{columns}");
        }
        if (!sort.equals(NEWEST)) {
            builder.queryParam("sort", "{sort}");
        }
        return builder.encode()
                .buildAndExpand(Map.of(
                        "q", q,
                        "index", index,
                        "range", time.range(),
                        "from", time.from(),
                        "to", time.to(),
                        "columns", String.join(",", columns),
                        "sort", sort))
                .toUriString()
                .substring(1);
    }
}
