// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.connectors;

import dev.birdsong.spi.catalogue.FormField;
import dev.birdsong.spi.catalogue.Input;
import dev.birdsong.spi.connector.ConnectorType;
import java.util.List;
import java.util.Map;

/// A field of a connector's settings as a form shows it.
///
/// @param values what is entered
/// @param kept whether something is stored that nobody may see again
public record FormEntry(FormField field, List<String> values, boolean kept) {

    public FormEntry {
        values = List.copyOf(values);
    }

    /// The fields of a connector that is made, with what they are where nothing was entered.
    static List<FormEntry> empty(ConnectorType type) {
        return type.description().form().stream()
                .map(field ->
                        new FormEntry(field, field.initial().isEmpty() ? List.of() : List.of(field.initial()), false))
                .toList();
    }

    /// The fields of a connector that is edited.
    static List<FormEntry> of(ConnectorRow row) {
        Map<String, List<String>> stored = Map.of(
                "host", List.of(row.conf().host()),
                "interval", List.of(Long.toString(row.conf().interval())),
                "content_type", row.conf().contentType(),
                "start", List.of(row.conf().start()));
        return row.type().description().form().stream()
                .map(field -> new FormEntry(
                        field, stored.getOrDefault(field.name(), List.of()), field.input() instanceof Input.Password))
                .toList();
    }

    /// Its name in the form.
    public String name() {
        return "conf." + field.name();
    }

    /// Its single value; empty for none.
    public String value() {
        return values.isEmpty() ? "" : values.getFirst();
    }

    /// Whether it has to be filled in here.
    public boolean required() {
        return field.required() && !kept;
    }

    /// How it is entered.
    public String kind() {
        return switch (field.input()) {
            case Input.HostName _ -> "text";
            case Input.Password _ -> "password";
            case Input.WholeNumber _ -> "number";
            case Input.Choices _ -> "choices";
            case Input.Start _ -> "start";
        };
    }
}
