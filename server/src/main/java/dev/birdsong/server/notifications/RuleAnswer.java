// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.notifications;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.birdsong.state.notification.NotificationRule;
import java.net.URI;
import java.util.List;

/// A notification rule as it is answered. Its secret never is.
///
/// @param connectors `all`, or the ids of those that are watched
/// @param webhooks whole for those who may edit rules; of others, who need not know them, the host alone
public record RuleAnswer(
        @JsonProperty("_id") String id,
        String name,
        String custId,
        String kind,
        long threshold,
        String unit,
        Object connectors,
        List<String> emails,
        List<String> webhooks,
        boolean signed,
        boolean enabled,
        long createdAt) {

    static final String ALL = "all";

    static RuleAnswer of(NotificationRule rule, boolean whole) {
        NotificationRule.Watch watch = rule.watch();
        return new RuleAnswer(
                rule.id(),
                rule.name(),
                rule.tenantId().orElse(ALL),
                watch.kind().label(),
                watch.kind().count(watch.threshold()),
                watch.kind().unit(),
                watch.connectors().<Object>map(List::copyOf).orElse(ALL),
                rule.recipients().emails(),
                rule.recipients().webhooks().stream()
                        .map(url -> whole ? url : shortened(url))
                        .toList(),
                rule.signed(),
                rule.enabled(),
                rule.createdAt().toEpochMilli());
    }

    /// Whoever knows the path of a webhook can often write to it.
    static String shortened(String url) {
        URI uri = URI.create(url);
        return uri.getScheme() + "://" + uri.getRawAuthority() + "/…";
    }
}
