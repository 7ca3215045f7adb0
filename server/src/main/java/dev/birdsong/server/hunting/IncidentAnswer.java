// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.hunting;

import com.fasterxml.jackson.annotation.JsonProperty;

/// An incident in the state that its console told last.
///
/// @param id of the record that tells this state
/// @param createdAt epoch milliseconds
/// @param events how many the console counts
/// @param deletedAtSource whether the console has it no more
public record IncidentAnswer(
        @JsonProperty("_id") String id,
        String incidentId,
        String hashId,
        String tenantid,
        String tenantName,
        String connectorId,
        String eventName,
        String summary,
        String eventClass,
        String severity,
        String srcip,
        String srcipHost,
        String hostname,
        String flockName,
        String memo,
        long createdAt,
        long updatedAt,
        long events,
        boolean acknowledged,
        boolean deletedAtSource) {

    static final String ID = "thinkst_canary.incident.id";
    static final String DESCRIPTION = "thinkst_canary.incident.description.";
    static final String ACKNOWLEDGED = DESCRIPTION + "acknowledged";
    static final String UPDATED_ID = "thinkst_canary.incident.updated_id";

    static IncidentAnswer of(ReadRecord record, boolean deleted) {
        return new IncidentAnswer(
                record.id(),
                record.text(ID),
                record.text("thinkst_canary.incident.hash_id"),
                record.text("tenantid"),
                record.text("tenant_name"),
                record.text("connector_id"),
                record.text("event_name"),
                record.text("thinkst_canary.incident.summary"),
                record.text("event_class"),
                record.text("severity"),
                record.text("srcip"),
                record.text("srcip_host"),
                record.text("hostname"),
                record.text(DESCRIPTION + "flock_name"),
                record.text(DESCRIPTION + "memo"),
                record.seconds(DESCRIPTION + "created"),
                record.time(),
                record.number(DESCRIPTION + "events_count"),
                record.flag(ACKNOWLEDGED),
                deleted);
    }

    /// Who acted: the address, or the name where there is none.
    public String source() {
        return srcip.isEmpty() ? srcipHost : srcip;
    }

    /// Whether somebody has to look at it still.
    public boolean open() {
        return !acknowledged && !deletedAtSource;
    }
}
