// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.connectors;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.birdsong.spi.catalogue.Description;
import dev.birdsong.spi.catalogue.FormField;
import dev.birdsong.spi.catalogue.Input;
import dev.birdsong.spi.catalogue.RunsOn;
import dev.birdsong.spi.connector.ConnectorType;
import dev.birdsong.spi.connector.ContentType;
import dev.birdsong.spi.record.Index;
import java.util.List;

/// A connector type as the catalogue shows it.
public record ConnectorTypeAnswer(
        String category,
        String type,
        String displayName,
        @JsonProperty("is_collect") boolean collects,
        @JsonProperty("is_respond") boolean responds,
        @JsonProperty("native_alerts_mapped") boolean mapsNativeAlerts,
        List<String> runsOn,
        String interval,
        String domain,
        String responseActions,
        String requiredCredentials,
        List<Collected> collectedData,
        List<Entry> fields,
        List<Description.Procedure> help) {

    public ConnectorTypeAnswer {
        runsOn = List.copyOf(runsOn);
        collectedData = List.copyOf(collectedData);
        fields = List.copyOf(fields);
        help = List.copyOf(help);
    }

    /// A content type: where its records go, and by what they are found.
    ///
    /// @param interval how often it is collected
    public record Collected(
            String contentType,
            String label,
            List<String> index,
            String msgClass,
            Description.MsgOrigin msgOrigin,
            String interval) {

        public Collected {
            index = List.copyOf(index);
        }
    }

    /// A field of `conf`.
    ///
    /// @param initial what it is where nothing was entered; empty for nothing
    public record Entry(
            String fieldName,
            String displayName,
            String type,
            boolean required,
            @JsonProperty("default") String initial,
            String tooltip,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Input.Choice> values) {

        public Entry {
            values = List.copyOf(values);
        }

        static Entry of(FormField field) {
            return new Entry(
                    field.name(),
                    field.label(),
                    field.input().type(),
                    field.required(),
                    field.initial(),
                    field.tooltip(),
                    field.choices());
        }
    }

    static ConnectorTypeAnswer of(ConnectorType type) {
        Description description = type.description();
        Description.Functions functions = description.functions();
        return new ConnectorTypeAnswer(
                type.category(),
                type.type(),
                type.displayName(),
                functions.collects(),
                functions.responds(),
                functions.mapsNativeAlerts(),
                functions.runsOn().stream().map(RunsOn::code).toList(),
                functions.intervalConfigurable() ? "configurable" : "fixed",
                description.access().domain(),
                description.access().responseActions(),
                description.access().requiredCredentials(),
                type.contentTypes().stream()
                        .map(contentType -> collected(contentType, description.msgOrigin()))
                        .toList(),
                description.form().stream().map(Entry::of).toList(),
                description.help());
    }

    private static Collected collected(ContentType contentType, Description.MsgOrigin origin) {
        return new Collected(
                contentType.name(),
                contentType.label(),
                contentType.indices().stream().map(Index::label).sorted().toList(),
                contentType.msgClass(),
                origin,
                switch (contentType.schedule()) {
                    case INTERVAL -> "configurable";
                    case DAILY -> "24 hours";
                });
    }
}
