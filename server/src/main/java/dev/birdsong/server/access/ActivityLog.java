// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.access;

import dev.birdsong.state.access.Activities;
import dev.birdsong.state.access.Activity;
import dev.birdsong.state.access.Activity.What;
import dev.birdsong.state.access.Activity.Who;
import java.time.InstantSource;
import java.util.Optional;

/// Writes down who did what. What is done holds names and ids, never a secret.
public record ActivityLog(Activities activities, InstantSource clock) {

    /// It was done.
    public static final String SUCCESS = "success";

    /// Somebody did something to a tenant's thing.
    public void did(Caller caller, String action, What what, String tenantId) {
        write(caller.who(), action, what, Optional.of(tenantId), SUCCESS);
    }

    /// Somebody did something to what belongs to the whole installation.
    public void did(Caller caller, String action, What what) {
        write(caller.who(), action, what, Optional.empty(), SUCCESS);
    }

    /// Somebody did something, or tried to.
    public void write(Who who, String action, What what, Optional<String> tenantId, String outcome) {
        activities.add(new Activity(clock.instant(), who, action, what, tenantId, outcome));
    }
}
