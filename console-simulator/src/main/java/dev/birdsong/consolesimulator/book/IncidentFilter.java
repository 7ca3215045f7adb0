// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.book;

/// Which incidents a request asks for. Blank texts and the widest bounds leave nothing out.
///
/// @param since only with a greater `updated_id`
/// @param newerThan only created after this second
/// @param olderThan only created before this second
public record IncidentFilter(State state, long since, long newerThan, long olderThan, String nodeId, String flockId) {

    /// Whether somebody has looked at it; the constants are in the order of their numbers in a cursor.
    public enum State {
        UNACKNOWLEDGED,
        ACKNOWLEDGED,
        ALL
    }

    /// All with a greater `updated_id`.
    public static IncidentFilter since(State state, long since) {
        return new IncidentFilter(state, since, Long.MIN_VALUE, Long.MAX_VALUE, "", "");
    }

    boolean isOnlySince() {
        return equals(since(State.ALL, since));
    }

    public boolean admits(Incident incident) {
        return incident.updatedId() > since && admitsState(incident) && admitsTime(incident) && admitsPlace(incident);
    }

    private boolean admitsState(Incident incident) {
        return state == State.ALL || incident.acknowledged() == (state == State.ACKNOWLEDGED);
    }

    private boolean admitsTime(Incident incident) {
        return incident.created() > newerThan && incident.created() < olderThan;
    }

    private boolean admitsPlace(Incident incident) {
        var sensor = incident.attack().sensor();
        return (nodeId.isEmpty() || sensor.nodeId().equals(nodeId))
                && (flockId.isEmpty() || sensor.flock().id().equals(flockId));
    }
}
