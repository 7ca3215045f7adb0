// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.people;

import dev.birdsong.server.pages.Viewer;
import dev.birdsong.server.people.ActivitiesEndpoint;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Organization | Activity Log: who did what, from where.
@Controller
public final class ActivityPage {

    private static final int PAGE = 100;

    private final ActivitiesEndpoint activities;
    private final Clock clock;

    /// What the table shows, as its address says.
    ///
    /// @param page from 0
    public record Table(String q, ActivityRange range, int page) {}

    public ActivityPage(ActivitiesEndpoint activities, Clock clock) {
        this.activities = activities;
        this.clock = clock;
    }

    /// The table, newest first.
    @GetMapping("/activity")
    public String activity(
            Viewer viewer,
            @RequestParam Optional<String> q,
            @RequestParam Optional<String> range,
            @RequestParam Optional<Integer> page,
            Model model) {
        ActivityRange time = ActivityRange.of(range);
        String text = q.orElse("").strip();
        List<ActivityRow> found = found(viewer, text, time);
        int last = Math.max(0, (found.size() - 1) / PAGE);
        int shown = Math.clamp(page.orElse(0), 0, last);
        model.addAttribute("table", new Table(text, time, shown))
                .addAttribute("ranges", ActivityRange.values())
                .addAttribute("total", found.size())
                .addAttribute("last", last)
                .addAttribute("first", shown * PAGE + 1)
                .addAttribute("rows", found.subList(shown * PAGE, Math.min(found.size(), (shown + 1) * PAGE)));
        return "people/activity";
    }

    private List<ActivityRow> found(Viewer viewer, String text, ActivityRange range) {
        String sought = text.toLowerCase(Locale.ROOT);
        return activities
                .list(viewer.seeing(), Optional.of(range.from(clock.instant())), Optional.empty())
                .data()
                .stream()
                .map(ActivityRow::of)
                .filter(row -> row.has(sought))
                .toList();
    }
}
