// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.population;

import static dev.birdsong.consolesimulator.population.EventFields.fixed;
import static dev.birdsong.consolesimulator.population.EventFields.nothing;
import static dev.birdsong.consolesimulator.population.EventFields.object;

import dev.birdsong.consolesimulator.json.Field;
import dev.birdsong.consolesimulator.json.Pool;
import java.util.List;

/// What the console adds to the events of tokens once it has looked up their source.
final class TokenLookups {

    static final Field<Event> GEOIP = object(
                    "geoip",
                    List.of(
                            known("city", Words.CITIES).when(TokenLookups::isPublic),
                            known("country_code", Words.COUNTRIES).when(TokenLookups::isPublic),
                            known("org", Words.NETWORKS).when(TokenLookups::isPublic),
                            Field.text("ip", event -> event.attack().source()),
                            Field.of("is_bogon", (out, event) -> out.bool(!isPublic(event))),
                            Field.of("is_v6", (out, event) -> out.bool(isV6(event))),
                            Field.of("latitude", (out, event) -> out.number(Draws.below(60, event.sourceDraw()))),
                            Field.of("longitude", (out, event) -> out.number(Draws.below(120, event.sourceDraw()))),
                            object("timezone", List.of(fixed("id", "Etc/UTC"), fixed("offset", "+00:00"))),
                            Field.of("valid", (out, _) -> out.bool(true))))
            .when(Event::enriched);
    static final Field<Event> BLOCKLIST = object(
                    "ip_blocklist", List.of(listed("is_proxy", 9), listed("is_tor", 7), listed("is_vpn", 5)))
            .when(Event::enriched);
    static final Field<Event> SCANNER = nothing("scanner").when(Event::enriched);

    private TokenLookups() {}

    /// City and country fit together, since both follow from the source.
    private static Field<Event> known(String key, Pool pool) {
        return Field.of(key, (out, event) -> out.raw(pool.json(event.sourceDraw())));
    }

    private static boolean isV6(Event event) {
        return event.attack().source().contains(":");
    }

    private static boolean isPublic(Event event) {
        String source = event.attack().source();
        return !source.startsWith("10.") && !source.startsWith("192.168.") && !source.startsWith("172.16.");
    }

    /// True for one source in `share`.
    private static Field<Event> listed(String key, int share) {
        return Field.of(
                key, (out, event) -> out.bool(Draws.below(share, Draws.of(event.sourceDraw(), key.hashCode())) == 0));
    }
}
