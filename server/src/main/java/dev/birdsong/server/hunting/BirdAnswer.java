// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.hunting;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/// A bird as its console told it last.
///
/// @param id of its record among the assets
/// @param live whether the console heard of it when it told of it last
/// @param removed whether the console lists it no more
/// @param firstSeen epoch milliseconds; 0 where it is not known
/// @param ips all addresses that it ever had
/// @param incidents how many attacks on it there were, each counted once
/// @param lastTouched when it was attacked last, epoch milliseconds; 0 where it never was
public record BirdAnswer(
        @JsonProperty("_id") String id,
        String deviceId,
        String name,
        String tenantid,
        String tenantName,
        boolean live,
        boolean removed,
        long firstSeen,
        long lastSeen,
        String version,
        String address,
        List<String> ips,
        String flockName,
        String location,
        long incidents,
        long lastTouched) {

    static final String ID = "device_id";
    static final String DEVICE = "thinkst_canary.device.";

    public BirdAnswer {
        ips = List.copyOf(ips);
    }

    static BirdAnswer of(ReadRecord record, boolean isRemoved, Touches touches) {
        return new BirdAnswer(
                record.id(),
                record.text(ID),
                record.text("hostname"),
                record.text("tenantid"),
                record.text("tenant_name"),
                record.flag(DEVICE + "live"),
                isRemoved,
                record.number("first_seen"),
                record.number("last_seen"),
                record.text(DEVICE + "version"),
                record.text("hostip"),
                record.at("ips").valueStream().map(one -> one.asString("")).toList(),
                record.text(DEVICE + "flock_name"),
                record.text(DEVICE + "location"),
                touches.incidents(),
                touches.last());
    }

    /// How it is, in a word.
    @JsonIgnore
    public String standing() {
        return removed ? "removed" : live ? "live" : "dark";
    }

    /// How often it was touched, and when last.
    record Touches(long incidents, long last) {

        static final Touches NONE = new Touches(0, 0);
    }
}
