// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.hunting;

import dev.birdsong.server.access.Caller;
import dev.birdsong.server.http.ApiException;
import dev.birdsong.server.http.Listed;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The birds: all of them, and all of one.
@RestController
@RequestMapping("/connect/api/v1/birds")
public final class BirdsEndpoint {

    private final Birds birds;

    public BirdsEndpoint(Birds birds) {
        this.birds = birds;
    }

    /// Those that fit, by name.
    ///
    /// @param q in query syntax, over the assets
    /// @param which `all`, `live`, `dark`, `touched` or `untouched`
    @GetMapping
    public Listed<BirdAnswer> list(
            Caller caller,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "all") String which) {
        return Listed.all(birds.list(caller, q, which(which)));
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
                .orElseThrow(() -> ApiException.bad("which", "'which' takes all, live, dark, touched or untouched"));
    }
}
