// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.book;

import dev.birdsong.consolesimulator.population.Auditing;

/// Something that a user did at the console. All but what is here follows from the draw.
///
/// @param time epoch seconds
/// @param draw what the rest follows from
/// @param action the action type
/// @param subject what it was done to, where that does not follow from the draw; else empty
public record AuditRecord(long id, long time, long draw, String action, String subject) {

    static AuditRecord of(long id, long time, long draw) {
        return new AuditRecord(id, time, draw, Auditing.action(draw), "");
    }
}
