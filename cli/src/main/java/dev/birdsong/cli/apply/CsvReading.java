// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.apply;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/// Reads a CSV file of connectors: their keys in the first row, a connector in each other. Its tenants are those
/// that it names.
///
/// @param file where it is
/// @param problems where problems are noted
record CsvReading(Path file, List<Problem> problems) {

    private static final CsvMapper CSV =
            CsvMapper.builder().enable(CsvReadFeature.WRAP_AS_ARRAY).build();
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    Wanted read(String text) {
        List<List<String>> rows = rows(text);
        if (rows.isEmpty()) {
            problems.add(place("").problem("", "has no rows: the first has the columns, each other one a connector"));
            return Wanted.NOTHING;
        }
        var columns = new CsvColumns(rows.getFirst());
        columns.problems(place("row 1"), problems);
        List<Wanted.Connector> connectors = new ArrayList<>();
        for (int row = 1; row < rows.size() && columns.complete(); row++) {
            if (!isBlank(rows.get(row))) {
                connectors.add(connector(columns, rows.get(row), row + 1));
            }
        }
        return new Wanted(tenants(connectors), List.of(), connectors);
    }

    private List<List<String>> rows(String text) {
        String content = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        List<List<String>> rows = new ArrayList<>();
        try (var read = CSV.readerFor(String[].class).<String[]>readValues(content)) {
            read.forEachRemaining(row -> rows.add(Arrays.asList(row)));
        } catch (JacksonException e) {
            problems.add(place("row " + (rows.size() + 1)).problem("", "is not CSV: " + e.getOriginalMessage()));
        }
        return rows;
    }

    private Wanted.Connector connector(CsvColumns columns, List<String> cells, int row) {
        Map<String, String> said = columns.said(cells);
        Place place = place("row " + row + known(said));
        if (cells.size() != columns.names().size()) {
            problems.add(place.problem(
                    "",
                    "has " + cells.size() + " cells, but there are "
                            + columns.names().size() + " columns"));
        }
        var general = new Mapping(place, "", columns.general(said), problems);
        var conf = new Mapping(place, "", columns.conf(said), problems);
        SecretSource token = new SecretReading(conf, file).either(CsvColumns.TOKEN_ENV, CsvColumns.TOKEN_FILE);
        return new ConnectorReading(general, conf).read(token);
    }

    private static String known(Map<String, String> said) {
        return Optional.ofNullable(said.get(ConnectorReading.TENANT))
                .flatMap(tenant -> Optional.ofNullable(said.get(ConnectorReading.NAME))
                        .map(name -> " '" + new ConnectorName(tenant, name) + "'"))
                .orElse("");
    }

    private static List<Wanted.Tenant> tenants(List<Wanted.Connector> connectors) {
        Map<String, Wanted.Tenant> tenants = new LinkedHashMap<>();
        connectors.forEach(connector -> tenants.putIfAbsent(
                connector.name().tenant(),
                new Wanted.Tenant(connector.place(), connector.name().tenant(), Optional.empty())));
        return List.copyOf(tenants.values());
    }

    private static boolean isBlank(List<String> cells) {
        return cells.stream().allMatch(String::isBlank);
    }

    private Place place(String entry) {
        return new Place(String.valueOf(file.getFileName()), entry);
    }
}
