// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.notifications;

import dev.birdsong.server.hunting.DeviceRounds;
import dev.birdsong.server.parts.Parts;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/// Looks once a minute whether anybody has to be told of anything.
public final class AlertWatch {

    private static final Duration EVERY = Duration.ofMinutes(1);

    private AlertWatch() {}

    /// Begins; it ends with the parts. On threads of its own: a mail server may let us wait.
    public static void start(Parts parts) {
        AlertRound round = round(parts);
        parts.slowTasks().every(EVERY, "notify", round::run);
    }

    static AlertRound round(Parts parts) {
        return new AlertRound(
                parts.state(),
                parts.state().leases(parts.settings().node().name()),
                new DarkDevices(
                        parts.lake(),
                        () -> parts.state().statuses().completed(DeviceRounds.CONTENT_TYPE),
                        JsonMapper.shared()),
                new Telling(parts.state(), Courier.of(parts), parts.time().wall()),
                parts.time().wall());
    }
}
