// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.hunting;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.birdsong.server.access.Caller;
import dev.birdsong.server.http.ApiException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The birds: all of them, and all of one.
@RestController
@RequestMapping("/connect/api/v1/birds")
public final class BirdsEndpoint {

    private static final int LARGEST_PAGE = 500;

    private final Birds birds;

    /// A page of birds as it is answered.
    ///
    /// @param next to be sent as `after` for the next page; absent on the last one
    public record Answer(
            List<BirdAnswer> data,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> next) {

        public Answer {
            data = List.copyOf(data);
        }
    }

    public BirdsEndpoint(Birds birds) {
        this.birds = birds;
    }

    /// A page of those that fit, by name.
    ///
    /// @param q in query syntax, over the assets
    /// @param which `all`, `live`, `dark`, `removed`, `touched` or `untouched`
    /// @param after as the page before says it
    @GetMapping
    public Answer list(
            Caller caller,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "all") String which,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") int size) {
        if (size < 1 || size > LARGEST_PAGE) {
            throw ApiException.bad("size", "'size' takes 1 to " + LARGEST_PAGE);
        }
        Optional<BirdList.Place> place =
                Optional.of(after).filter(text -> !text.isEmpty()).map(BirdList.Place::parse);
        BirdList page = birds.list(caller, q, which(which), place, size);
        return new Answer(page.data(), page.next().map(BirdList.Place::toString));
    }

    /// How many birds there are of each version.
    ///
    /// @param q in query syntax, over the assets
    /// @param which as in the list; whether birds were touched is not looked at
    public Map<String, Long> versions(Caller caller, String q, String which) {
        return birds.versions(caller, q, which(which));
    }

    /// All of one.
    @GetMapping("/{id}")
    public BirdStory get(Caller caller, @PathVariable String id) {
        return birds.story(caller, id);
    }

    private static Birds.Which which(String name) {
        return Arrays.stream(Birds.Which.values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() ->
                        ApiException.bad("which", "'which' takes all, live, dark, removed, touched or untouched"));
    }
}
