// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.connectors;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/// A connector as it is answered. Never with its auth token.
///
/// @param configuration `conf` without secrets, as a JSON text
/// @param version grows with every edit
/// @param profiles ids of the data analyzer profiles that have it
public record ConnectorAnswer(
        @JsonProperty("_id") String id,
        String name,
        String category,
        String type,
        String custId,
        String tenantid,
        String tenantName,
        @JsonProperty("is_collect") boolean collects,
        @JsonProperty("is_respond") boolean responds,
        boolean active,
        String runOn,
        String configuration,
        List<String> filterList,
        List<String> profiles,
        boolean advancedSetting,
        long version,
        Status status,
        List<Stream> contentTypes,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Long> lastActivity,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Long> lastDataReceived,
        long createdAt,
        long modifiedAt) {

    public ConnectorAnswer {
        filterList = List.copyOf(filterList);
        profiles = List.copyOf(profiles);
        contentTypes = List.copyOf(contentTypes);
    }

    /// How it stands.
    ///
    /// @param code 0 is healthy
    /// @param state one word for it, such as `healthy` or `not_in_a_profile`
    /// @param statusTime since when
    public record Status(int code, String message, long statusTime, String state) {}

    /// How one content type stands.
    ///
    /// @param lag `idle`, `behind` or `stuck`
    /// @param lagSeconds 0 when idle
    /// @param running whether a round runs now
    public record Stream(
            String contentType,
            String state,
            String message,
            String lag,
            long lagSeconds,
            boolean running,
            int failures,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Long> lastActivity,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Long> lastDataReceived) {}
}
