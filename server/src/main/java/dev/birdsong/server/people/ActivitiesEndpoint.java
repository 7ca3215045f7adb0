// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.birdsong.server.access.Caller;
import dev.birdsong.server.http.Listed;
import dev.birdsong.server.http.TimeRange;
import dev.birdsong.state.State;
import dev.birdsong.state.access.Activities;
import dev.birdsong.state.access.Activity;
import dev.birdsong.state.access.Permission;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The activity log: who did what, from where.
@RestController
public final class ActivitiesEndpoint {

    private static final int MOST = 10_000;
    private static final Duration USUAL = Duration.ofDays(7);

    private final Activities activities;
    private final Clock clock;

    /// An activity as it is answered.
    public record Answer(
            long timestamp,
            String user,
            String userId,
            String address,
            String action,
            String objectKind,
            String objectId,
            String objectName,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> custId,
            String outcome) {

        static Answer of(Activity activity) {
            return new Answer(
                    activity.at().toEpochMilli(),
                    activity.who().email(),
                    activity.who().userId(),
                    activity.who().address(),
                    activity.action(),
                    activity.what().kind(),
                    activity.what().id(),
                    activity.what().name(),
                    activity.tenantId(),
                    activity.outcome());
        }
    }

    public ActivitiesEndpoint(State state, Clock clock) {
        this.activities = state.activities();
        this.clock = clock;
    }

    /// What was done in this time, newest first, at most 10,000.
    @GetMapping("/connect/api/v1/user_activities")
    public Listed<Answer> list(
            Caller caller,
            @RequestParam(name = "start_time") Optional<Long> start,
            @RequestParam(name = "end_time") Optional<Long> end) {
        caller.require(Permission.READ_ACTIVITIES);
        TimeRange range = TimeRange.of(start, end, clock.instant(), USUAL);
        return Listed.all(activities.between(caller.scope(), range.from(), range.to(), MOST).stream()
                .map(Answer::of)
                .toList());
    }
}
