// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.notifications;

import dev.birdsong.server.notifications.TestedRule.Tried;
import dev.birdsong.spi.connector.Secret;
import dev.birdsong.state.notification.Channel;
import dev.birdsong.state.notification.Delivery;
import dev.birdsong.state.notification.NotificationRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Sends test messages to all recipients of a rule at once, so that one that lets us wait holds up no other.
record TestMessages(Courier courier) {

    TestedRule send(NotificationRule rule, Optional<Secret> secret) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Tried>> sending = new ArrayList<>();
            recipients(rule).forEach(to -> sending.add(threads.submit(sent(to, rule, secret))));
            List<Tried> tried = new ArrayList<>();
            for (Future<Tried> one : sending) {
                tried.add(one.get());
            }
            return new TestedRule(tried);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new TestedRule(List.of());
        } catch (ExecutionException e) {
            throw new IllegalStateException("a test message failed in an unexpected way", e.getCause());
        }
    }

    private Callable<Tried> sent(Delivery.To to, NotificationRule rule, Optional<Secret> secret) {
        return () -> {
            Sending sending = courier.test(to, rule, secret);
            String problem = sending instanceof Sending.Refused(String why, boolean _) ? why : "";
            return new Tried(to.channel().label(), told(to), sending.label(), problem);
        };
    }

    private static String told(Delivery.To to) {
        return to.channel() == Channel.WEBHOOK ? RuleAnswer.shortened(to.recipient()) : to.recipient();
    }

    private static List<Delivery.To> recipients(NotificationRule rule) {
        List<Delivery.To> recipients = new ArrayList<>();
        rule.recipients().emails().forEach(email -> recipients.add(new Delivery.To(Channel.EMAIL, email)));
        rule.recipients().webhooks().forEach(url -> recipients.add(new Delivery.To(Channel.WEBHOOK, url)));
        return recipients;
    }
}
