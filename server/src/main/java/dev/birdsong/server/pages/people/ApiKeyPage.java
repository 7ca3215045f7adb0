// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.people;

import dev.birdsong.server.http.Body;
import dev.birdsong.server.pages.FormAnswers;
import dev.birdsong.server.pages.Fragments;
import dev.birdsong.server.pages.Viewer;
import dev.birdsong.server.people.ApiKeysEndpoint;
import dev.birdsong.state.access.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.node.ObjectNode;

/// The form by which API keys are made. What it makes is shown once, in its place.
@Controller
@RequestMapping(ApiKeyPage.PATH)
public final class ApiKeyPage {

    static final String PATH = "/api-keys/new";

    private static final String EXPIRES = "expires_at";
    private static final String DAYS = "days";

    private final ApiKeysEndpoint keys;
    private final KeyRows rows;
    private final Fragments fragments;
    private final Clock clock;

    /// What takes the place of the form.
    public record Made(String html) {}

    public ApiKeyPage(ApiKeysEndpoint keys, KeyRows rows, Fragments fragments, Clock clock) {
        this.keys = keys;
        this.rows = rows;
        this.fragments = fragments;
        this.clock = clock;
    }

    /// The form.
    @GetMapping
    public String form(Viewer viewer, Model model) {
        Role own = viewer.caller().access().role();
        model.addAttribute("owners", rows.owners(viewer))
                .addAttribute(
                        "roles",
                        Arrays.stream(Role.values())
                                .filter(own::covers)
                                .map(RoleLine::of)
                                .toList());
        return "people/api-key";
    }

    /// Makes one, and shows it.
    @PostMapping
    public ResponseEntity<Object> make(
            Viewer viewer, @RequestParam MultiValueMap<String, String> form, HttpServletRequest request) {
        String address = ServletUriComponentsBuilder.fromContextPath(request).toUriString();
        return FormAnswers.of(() -> {
            ApiKeysEndpoint.Answer key = keys.create(viewer.caller(), body(form));
            Map<String, Object> model = Map.of("key", key, "address", address);
            return new Made(fragments.render("people/api-key-made", "made", model));
        });
    }

    private Body body(MultiValueMap<String, String> form) {
        ObjectNode body = AccessForm.json(form);
        Optional<Long> days = Optional.of(body.path(DAYS).asString(""))
                .filter(text -> text.matches("\\d{1,4}"))
                .map(Long::valueOf);
        body.remove(DAYS);
        days.ifPresent(count ->
                body.put(EXPIRES, clock.instant().plus(Duration.ofDays(count)).toEpochMilli()));
        return Body.of(body);
    }
}
