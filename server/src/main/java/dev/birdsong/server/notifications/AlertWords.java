// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.notifications;

import dev.birdsong.state.notification.Alert;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// An alert in a sentence.
public final class AlertWords {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int LONGEST_NAME = 100;

    private AlertWords() {}

    /// What is the matter, where, and since when.
    static String sentence(Alert alert) {
        Alert.Place place = alert.place();
        String connector = "the connector " + place.connectorName() + " of " + place.tenantName();
        String since = since(alert.times().since());
        return switch (alert.kind()) {
            case SILENT -> connector + " has brought no data since " + since;
            case FAILING -> connector + " has been failing since " + since;
            case DEVICE_DARK ->
                "the device " + device(alert.subject()) + " of " + connector + " is dark since " + since;
        };
    }

    /// A device's name, which its console lets people choose freely; its id where it has none.
    public static String device(Alert.Subject device) {
        String name = (device.name().isBlank() ? device.id() : device.name())
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
    }

    private static String since(Instant time) {
        return TIME.format(time);
    }
}
