// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.notifications;

import dev.birdsong.server.access.Caller;
import dev.birdsong.server.http.Body;
import dev.birdsong.server.http.Names;
import dev.birdsong.spi.connector.Secret;
import dev.birdsong.state.notification.AlertKind;
import dev.birdsong.state.notification.NotificationRule;
import dev.birdsong.state.notification.NotificationRule.Recipients;
import dev.birdsong.state.notification.NotificationRule.Watch;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Reads a rule that somebody sent.
record RuleBody(Caller caller, Body body, AllowedWebhooks allowed) {

    private static final Pattern EMAIL = Pattern.compile("[\\x21-\\x7e&&[^@<>,;:()\\[\\]\\\\\"]]+@[A-Za-z0-9.-]+");
    private static final int MOST_EMAILS = 10;
    private static final int MOST_WEBHOOKS = 5;
    private static final int MOST_CONNECTORS = 1_000;
    private static final int LONGEST_EMAIL = 254;
    private static final int SHORTEST_SECRET = 16;
    private static final int LONGEST_SECRET = 200;

    String name() {
        return Names.required(body, "name");
    }

    /// Whose connectors it watches.
    Optional<String> tenant() {
        String tenant = body.required("cust_id");
        if (tenant.equals(RuleAnswer.ALL)) {
            caller.requireRoot("rules for all tenants");
            return Optional.empty();
        }
        if (!caller.sees(tenant)) {
            throw body.bad("cust_id", "names no tenant of yours");
        }
        return Optional.of(tenant);
    }

    AlertKind kind() {
        return AlertKind.of(body.required("kind"))
                .orElseThrow(() -> body.bad("kind", "takes silent, failing or device_dark"));
    }

    /// @param usual what is not given; another kind needs a threshold of its own
    Watch watch(Optional<Watch> usual) {
        AlertKind kind =
                body.has("kind") || usual.isEmpty() ? kind() : usual.get().kind();
        Optional<Watch> same = usual.filter(watch -> watch.kind() == kind);
        long threshold = body.whole("threshold")
                .or(() -> same.map(watch -> kind.count(watch.threshold())))
                .orElseThrow(() -> body.bad("threshold", "is required"));
        if (threshold < kind.least() || threshold > kind.most()) {
            throw body.bad("threshold", "takes %d to %d %s".formatted(kind.least(), kind.most(), kind.unit()));
        }
        return new Watch(kind, kind.threshold(threshold), connectors(usual.flatMap(Watch::connectors)));
    }

    private Optional<List<String>> connectors(Optional<List<String>> usual) {
        if (!body.has("connectors")) {
            return usual;
        }
        boolean all = body.value("connectors")
                .filter(node -> node.isString() && node.stringValue().equals(RuleAnswer.ALL))
                .isPresent();
        if (all) {
            return Optional.empty();
        }
        List<String> chosen = body.value("connectors")
                .filter(node -> !node.isString())
                .flatMap(_ -> body.texts("connectors"))
                .orElseThrow(() -> body.bad("connectors", "is \"all\" or a list of connector ids"));
        if (chosen.isEmpty() || chosen.size() > MOST_CONNECTORS) {
            throw body.bad("connectors", "takes 1 to " + MOST_CONNECTORS + " connectors, or \"all\"");
        }
        return Optional.of(chosen);
    }

    Recipients recipients(Recipients usual) {
        return new Recipients(
                list("emails", MOST_EMAILS, usual.emails(), RuleBody::problemOfEmail),
                list("webhooks", MOST_WEBHOOKS, usual.webhooks(), allowed::problem));
    }

    private List<String> list(String key, int most, List<String> usual, Function<String, Optional<String>> problemOf) {
        List<String> given = body.texts(key)
                .map(texts -> texts.stream().map(String::strip).distinct().toList())
                .orElse(usual);
        if (given.size() > most) {
            throw body.bad(key, "takes up to " + most);
        }
        given.stream().map(problemOf).flatMap(Optional::stream).findFirst().ifPresent(problem -> {
            throw body.bad(key, problem);
        });
        return given;
    }

    private static Optional<String> problemOfEmail(String text) {
        return EMAIL.matcher(text).matches() && text.length() <= LONGEST_EMAIL
                ? Optional.empty()
                : Optional.of("takes addresses such as soc@example.com");
    }

    /// What signs webhooks from now on; an empty one takes away the one that is there.
    Optional<Secret> secret() {
        Optional<String> text = body.text("secret");
        text.filter(given -> !given.isEmpty())
                .filter(given -> given.length() < SHORTEST_SECRET || given.length() > LONGEST_SECRET)
                .ifPresent(_ -> {
                    throw body.bad("secret", "takes %d to %d characters".formatted(SHORTEST_SECRET, LONGEST_SECRET));
                });
        return text.filter(given -> !given.isEmpty()).map(Secret::new);
    }

    /// Whether webhooks are signed afterwards.
    boolean signed(boolean usual) {
        return body.text("secret").map(given -> !given.isEmpty()).orElse(usual);
    }

    boolean enabled(boolean usual) {
        return body.flag("enabled").orElse(usual);
    }

    NotificationRule changed(NotificationRule before) {
        return new NotificationRule(
                before.id(),
                body.has("name") ? name() : before.name(),
                body.has("cust_id") ? tenant() : before.tenantId(),
                watch(Optional.of(before.watch())),
                recipients(before.recipients()),
                enabled(before.enabled()),
                signed(before.signed()),
                before.createdAt());
    }
}
