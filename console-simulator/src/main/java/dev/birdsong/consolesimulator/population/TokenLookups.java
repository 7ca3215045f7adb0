// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.population;

import static dev.birdsong.consolesimulator.population.EventFields.fixed;
import static dev.birdsong.consolesimulator.population.EventFields.nothing;
import static dev.birdsong.consolesimulator.population.EventFields.object;
import static dev.birdsong.consolesimulator.population.EventFields.pick;

import dev.birdsong.consolesimulator.json.Field;
import java.util.List;

/// What the console adds to the events of tokens once it has looked up their source.
final class TokenLookups {

    static final Field<Event> GEOIP = object(
                    "geoip",
                    List.of(
                            pick("city", Words.CITIES),
                            pick("country_code", Words.COUNTRIES),
                            pick("org", Words.NETWORKS),
                            Field.of(
                                    "ip",
                                    (out, event) -> out.string(event.attack().source())),
                            Field.of(
                                    "is_v6",
                                    (out, event) ->
                                            out.bool(event.attack().source().contains(":"))),
                            Field.of("latitude", (out, event) -> out.number(Draws.below(90, event.draw("latitude")))),
                            Field.of(
                                    "longitude", (out, event) -> out.number(Draws.below(180, event.draw("longitude")))),
                            object("timezone", List.of(fixed("id", "Etc/UTC"), fixed("offset", "+00:00"))),
                            truth("valid", 1)))
            .when(Event::enriched);
    static final Field<Event> BLOCKLIST = object(
                    "ip_blocklist", List.of(truth("is_proxy", 9), truth("is_tor", 7), truth("is_vpn", 5)))
            .when(Event::enriched);
    static final Field<Event> SCANNER = nothing("scanner").when(Event::enriched);

    private TokenLookups() {}

    /// True for one in `share`.
    private static Field<Event> truth(String key, int share) {
        return Field.of(key, (out, event) -> out.bool(Draws.below(share, event.draw(key)) == 0));
    }
}
