// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.notifications;

import dev.birdsong.server.notifications.NotificationsEndpoint;
import dev.birdsong.server.pages.Viewer;
import org.springframework.stereotype.Component;

/// Tells the frame of every page how many alerts are open.
@Component("bell")
public final class Bell {

    private final NotificationsEndpoint notifications;

    public Bell(NotificationsEndpoint notifications) {
        this.notifications = notifications;
    }

    /// How many there are in what they look at.
    public long count(Viewer viewer) {
        return notifications.open(viewer.seeing());
    }
}
