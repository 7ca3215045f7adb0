// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.hunting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.server.hunting.Places.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacesTest {

    @TempDir
    Path folder;

    @Test
    void knowsCountryAndNetworkFromTheOperatorsFiles() throws IOException {
        Path countries = MadeMaxMind.file(
                folder.resolve("country.mmdb"),
                "203.0.113.0/24",
                Map.of("country", Map.of("iso_code", "NL", "names", Map.of("en", "Netherlands"))));
        Path networks = MadeMaxMind.file(
                folder.resolve("asn.mmdb"),
                "203.0.113.0/25",
                Map.of("autonomous_system_number", "64500", "autonomous_system_organization", "Example Net"));

        Places places = Places.open(List.of(countries, networks));

        assertThat(places.of("203.0.113.7")).isEqualTo(new Place("Netherlands", "Example Net AS64500"));
        assertThat(places.of("203.0.113.7").text()).isEqualTo("Netherlands, Example Net AS64500");
        assertThat(places.of("203.0.113.200")).isEqualTo(new Place("Netherlands", ""));
        assertThat(places.of("198.51.100.1")).isEqualTo(Place.UNKNOWN);
        assertThat(places.of("2001:db8::1")).isEqualTo(Place.UNKNOWN);
        assertThat(places.of("no address")).isEqualTo(Place.UNKNOWN);
    }

    @Test
    void goesOnWithoutAFileThatIsNone() throws IOException {
        Path none = Files.writeString(folder.resolve("none.mmdb"), "not a database");

        assertThat(Places.open(List.of(none)).of("203.0.113.7")).isEqualTo(Place.UNKNOWN);
    }
}
