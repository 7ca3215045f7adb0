// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.apply;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The columns of a CSV file, by which its cells become the values that a YAML file would have. An empty cell says
/// nothing.
///
/// @param names in the file's order
record CsvColumns(List<String> names) {

    static final String TOKEN_ENV = "token_env";
    static final String TOKEN_FILE = "token_file";

    private static final List<String> REQUIRED =
            List.of(ConnectorReading.TENANT, ConnectorReading.NAME, "category", "type", "host", "content_type");
    private static final List<String> OPTIONAL = List.of(
            TOKEN_ENV,
            TOKEN_FILE,
            "interval",
            "start",
            "active",
            "filter_list",
            "profiles",
            "run_on",
            "is_collect",
            "is_respond",
            "advanced_setting");
    private static final Set<String> CONF = Set.of("host", "content_type", TOKEN_ENV, TOKEN_FILE, "interval", "start");
    private static final Set<String> LISTS = Set.of("content_type", "filter_list", "profiles");
    private static final Set<String> NUMBERS = Set.of("interval", "start");
    private static final Set<String> FLAGS = Set.of("active", "is_collect", "is_respond", "advanced_setting");
    private static final Pattern SECRET = Pattern.compile("(?i).*(token|secret|password|key).*");
    /// What is shown of a name that is no column: without a first row of columns it may be a secret.
    private static final Pattern NAME = Pattern.compile("[A-Za-z_ -]{1,30}");

    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");

    CsvColumns {
        names = names.stream().map(String::strip).toList();
    }

    /// Notes what is wrong with them.
    void problems(Place place, List<Problem> problems) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (!REQUIRED.contains(name) && !OPTIONAL.contains(name)) {
                problems.add(place.problem(NAME.matcher(name).matches() ? name : "column " + (i + 1), unknown(name)));
            } else if (!seen.add(name)) {
                problems.add(place.problem(name, "is there twice"));
            }
        }
        REQUIRED.stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> problems.add(place.problem(name, "is required as a column")));
    }

    private static String unknown(String name) {
        return SECRET.matcher(name).matches()
                ? "is no column: a secret must not be in the file; name a variable of the environment in " + TOKEN_ENV
                        + ", or a file in " + TOKEN_FILE
                : "is no column; there are " + String.join(", ", REQUIRED) + ", " + String.join(", ", OPTIONAL);
    }

    /// Whether rows can be read by them.
    boolean complete() {
        return names.containsAll(REQUIRED);
    }

    /// What a row says, by column.
    Map<String, String> said(List<String> cells) {
        Map<String, String> said = new HashMap<>();
        for (int i = 0; i < Math.min(cells.size(), names.size()); i++) {
            if (!cells.get(i).isBlank()) {
                said.put(names.get(i), cells.get(i).strip());
            }
        }
        return said;
    }

    Map<String, Object> general(Map<String, String> said) {
        Map<String, Object> values = values(said);
        values.keySet().removeAll(CONF);
        return values;
    }

    Map<String, Object> conf(Map<String, String> said) {
        Map<String, Object> values = values(said);
        values.keySet().retainAll(CONF);
        return values;
    }

    private static Map<String, Object> values(Map<String, String> said) {
        Map<String, Object> values = new HashMap<>();
        said.forEach((column, cell) -> values.put(column, value(column, cell)));
        return values;
    }

    private static Object value(String column, String cell) {
        if (LISTS.contains(column)) {
            return Arrays.stream(cell.split(";", -1)).map(String::strip).toList();
        }
        if (NUMBERS.contains(column) && WHOLE.matcher(cell).matches()) {
            return Long.valueOf(cell);
        }
        return FLAGS.contains(column) && (cell.equalsIgnoreCase("true") || cell.equalsIgnoreCase("false"))
                ? Boolean.valueOf(cell)
                : cell;
    }
}
