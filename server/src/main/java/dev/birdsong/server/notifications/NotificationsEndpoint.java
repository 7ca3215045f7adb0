// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.notifications;

import dev.birdsong.server.access.Caller;
import dev.birdsong.server.http.ApiException;
import dev.birdsong.server.http.Listed;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.state.State;
import dev.birdsong.state.notification.Alert;
import dev.birdsong.state.notification.Alerts;
import dev.birdsong.state.notification.Deliveries;
import dev.birdsong.state.notification.Delivery;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What notification rules found, and who was told of it.
@RestController
@RequestMapping("/connect/api/v1/notifications")
public final class NotificationsEndpoint {

    private static final int LARGEST_PAGE = 1_000;
    private static final int LAST_PAGE = 1_000_000;

    private final Alerts alerts;
    private final Deliveries deliveries;

    public NotificationsEndpoint(State state) {
        this.alerts = state.alerts();
        this.deliveries = state.deliveries();
    }

    /// A page of them: what is open first, then the newest.
    ///
    /// @param tenant only those of this tenant
    /// @param state `open` or `closed`
    /// @param page from 0
    /// @param size at most 1,000
    @GetMapping
    public Listed<AlertAnswer> list(
            Caller caller,
            @RequestParam(name = "cust_id") Optional<String> tenant,
            @RequestParam Optional<String> state,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        if (page < 0 || page > LAST_PAGE) {
            throw ApiException.bad("page", "'page' counts from 0");
        }
        if (size < 1 || size > LARGEST_PAGE) {
            throw ApiException.bad("size", "'size' takes 1 to " + LARGEST_PAGE);
        }
        TenantScope scope = tenant.map(caller::only).orElse(caller.scope());
        Alerts.Page found = alerts.list(new Alerts.Asked(scope, state.map(NotificationsEndpoint::isOpen), page, size));
        Map<String, List<Delivery>> told =
                deliveries.of(found.alerts().stream().map(Alert::id).toList());
        return new Listed<>(
                found.total(),
                found.alerts().stream()
                        .map(alert -> AlertAnswer.of(
                                alert, told.getOrDefault(alert.id(), List.of()), seesRule(caller, alert.rule())))
                        .toList());
    }

    /// How many are open.
    public long open(Caller caller) {
        return alerts.open(caller.scope());
    }

    private static boolean isOpen(String state) {
        return switch (state) {
            case "open" -> true;
            case "closed" -> false;
            default -> throw ApiException.bad("state", "'state' takes open or closed");
        };
    }

    private static boolean seesRule(Caller caller, Alert.OfRule rule) {
        return rule.tenantId().map(caller::sees).orElse(caller.seesAll());
    }
}
