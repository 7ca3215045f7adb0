// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.notifications;

import dev.birdsong.spi.connector.Secret;
import dev.birdsong.state.State;
import dev.birdsong.state.notification.Alert;
import dev.birdsong.state.notification.AlertEvent;
import dev.birdsong.state.notification.Deliveries;
import dev.birdsong.state.notification.Deliveries.Due;
import dev.birdsong.state.notification.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/// Tells what waits. Alerts of one rule to which the same happened go to a recipient in one message, so that a storm of
/// them is a few mails. What was sent and not yet written down when the process was killed is sent again.
final class Telling {

    private static final int AT_A_TIME = 20_000;
    private static final int MESSAGES = 100;
    private static final int THREADS = 8;
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4));

    private final State state;
    private final Courier courier;
    private final InstantSource clock;

    Telling(State state, Courier courier, InstantSource clock) {
        this.state = state;
        this.courier = courier;
        this.clock = clock;
    }

    private record Together(String ruleId, AlertEvent event, Delivery.To to) {

        static Together of(Due due) {
            return new Together(
                    due.alert().rule().id(),
                    due.delivery().event(),
                    due.delivery().to());
        }
    }

    /// Tries all that is due, once.
    void run() {
        Map<Together, List<Due>> due = state.deliveries().due(clock.instant(), AT_A_TIME).stream()
                .collect(Collectors.groupingBy(Together::of, LinkedHashMap::new, Collectors.toList()));
        if (!due.isEmpty()) {
            tellAll(due);
        }
    }

    private void tellAll(Map<Together, List<Due>> due) {
        try (ExecutorService threads = Executors.newFixedThreadPool(
                THREADS, Thread.ofPlatform().name("notify-", 1).daemon().factory())) {
            due.entrySet().stream()
                    .limit(MESSAGES)
                    .forEach(group -> threads.execute(() -> tell(group.getKey(), group.getValue())));
        }
    }

    private void tell(Together together, List<Due> due) {
        List<Alert> alerts = due.stream().map(Due::alert).toList();
        Optional<Secret> secret = state.notificationRules().secret(together.ruleId());
        try {
            ended(
                    due.stream().map(Due::delivery).toList(),
                    courier.tell(together.to(), together.event(), alerts, secret));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ended(List<Delivery> deliveries, Sending sending) {
        Deliveries kept = state.deliveries();
        Instant now = clock.instant();
        switch (sending) {
            case Sending.Taken() -> kept.delivered(deliveries, now);
            case Sending.Refused(String problem, boolean again) ->
                deliveries.stream()
                        .collect(Collectors.groupingBy(
                                delivery -> delivery.outcome().attempts()))
                        .forEach((attempts, alike) ->
                                kept.failed(alike, problem, now, again ? next(attempts, now) : Optional.empty()));
        }
    }

    private static Optional<Instant> next(int attempts, Instant now) {
        return attempts < PAUSES.size() ? Optional.of(now.plus(PAUSES.get(attempts))) : Optional.empty();
    }
}
