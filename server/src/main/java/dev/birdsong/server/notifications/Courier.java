// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.notifications;

import dev.birdsong.server.parts.Parts;
import dev.birdsong.server.parts.WayOut;
import dev.birdsong.settings.MessageSettings;
import dev.birdsong.spi.connector.Secret;
import dev.birdsong.state.notification.Alert;
import dev.birdsong.state.notification.AlertEvent;
import dev.birdsong.state.notification.Delivery;
import dev.birdsong.state.notification.NotificationRule;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// Writes messages and brings them to their recipients, once each.
record Courier(Messages messages, Mails mails, Webhooks webhooks) {

    static Courier of(Parts parts) {
        MessageSettings settings = parts.settings().messages();
        return new Courier(
                new Messages(
                        settings.publicUrl(), JsonMapper.shared(), parts.time().wall()),
                new Mails(
                        settings.smtp(),
                        WayOut.trust(parts.settings().consoles()),
                        parts.time().wall()),
                new Webhooks(AllowedWebhooks.of(settings), parts.webhooks()));
    }

    /// Tells somebody of alerts of one rule to which the same happened.
    Sending tell(Delivery.To to, AlertEvent event, List<Alert> alerts, Optional<Secret> secret)
            throws InterruptedException {
        return send(to, messages.of(event, alerts), secret);
    }

    /// Tells somebody that a rule's messages arrive.
    Sending test(Delivery.To to, NotificationRule rule, Optional<Secret> secret) throws InterruptedException {
        return send(to, messages.test(rule), secret);
    }

    private Sending send(Delivery.To to, Message message, Optional<Secret> secret) throws InterruptedException {
        return switch (to.channel()) {
            case EMAIL -> mails.send(to.recipient(), message);
            case WEBHOOK -> webhooks.send(to.recipient(), message, secret);
        };
    }
}
