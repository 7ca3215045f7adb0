// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.hunting;

import dev.birdsong.server.hunting.BirdStory.Address;
import dev.birdsong.server.hunting.BirdStory.Change;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Works out from the snapshots of a bird what changed.
///
/// @param records the earliest first
record Snapshots(List<ReadRecord> records) {

    /// What is otherwise each time.
    private static final Pattern RESTLESS =
            Pattern.compile(".*(uptime|last_seen|updated|local_time).*|.*_age", Pattern.CASE_INSENSITIVE);

    List<Address> addresses() {
        List<Address> addresses = new ArrayList<>();
        for (ReadRecord record : records) {
            String address = record.text(BirdAnswer.DEVICE + "ip_address");
            Address last = addresses.isEmpty() ? new Address("", 0, 0) : addresses.getLast();
            if (!addresses.isEmpty() && last.address().equals(address)) {
                addresses.set(addresses.size() - 1, new Address(address, last.from(), record.time()));
            } else if (!address.isEmpty()) {
                addresses.add(new Address(address, record.time(), record.time()));
            }
        }
        Collections.reverse(addresses);
        return addresses;
    }

    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        for (int i = records.size() - 1; i > 0; i--) {
            changes.addAll(between(records.get(i - 1), records.get(i)));
        }
        return changes;
    }

    private static List<Change> between(ReadRecord before, ReadRecord after) {
        JsonNode was = before.at("thinkst_canary.device");
        JsonNode is = after.at("thinkst_canary.device");
        var names = new TreeSet<>(is.propertyNames());
        names.addAll(was.propertyNames());
        return names.stream()
                .filter(name -> !RESTLESS.matcher(name).matches())
                .filter(name -> !was.path(name).equals(is.path(name)))
                .map(name -> new Change(after.time(), name, text(was.path(name)), text(is.path(name)), after.id()))
                .toList();
    }

    private static String text(JsonNode node) {
        return node.isValueNode() ? node.asString("") : node.isMissingNode() ? "" : node.toString();
    }
}
