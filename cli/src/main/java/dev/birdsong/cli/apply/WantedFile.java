// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.apply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Reads a file, YAML or CSV by the end of its name, and notes all that is wrong with it.
///
/// @param problems where problems are noted; where there are any, what was read is of no use
public record WantedFile(Path file, List<Problem> problems) {

    /// What it says.
    public Wanted read() {
        try {
            String text = Files.readString(file);
            Wanted wanted =
                    isCsv() ? new CsvReading(file, problems).read(text) : new YamlReading(file, problems).read(text);
            noteRepetitions(wanted);
            return wanted;
        } catch (IOException e) {
            problems.add(new Place(file.toString(), "")
                    .problem("", "cannot be read: check that it is there, readable for this user, and UTF-8"));
            return Wanted.NOTHING;
        }
    }

    private boolean isCsv() {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    private void noteRepetitions(Wanted wanted) {
        var tenants = new HashSet<Object>();
        wanted.tenants().stream()
                .filter(tenant -> !tenant.name().isEmpty())
                .forEach(tenant -> once(tenants, tenant.place(), "cust_name", tenant.name()));
        var filters = new HashSet<Object>();
        wanted.filters().stream()
                .filter(filter -> !filter.name().isEmpty())
                .forEach(filter -> once(filters, filter.place(), "name", filter.name()));
        var connectors = new HashSet<Object>();
        wanted.connectors().stream()
                .filter(connector -> !connector.name().name().isEmpty())
                .forEach(connector -> once(connectors, connector.place(), "name", connector.name()));
    }

    private void once(Set<Object> seen, Place place, String field, Object name) {
        if (!seen.add(name)) {
            problems.add(place.problem(field, "is there twice: a name has one entry"));
        }
    }
}
