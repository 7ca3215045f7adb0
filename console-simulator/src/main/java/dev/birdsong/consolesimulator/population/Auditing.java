// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.population;

import dev.birdsong.consolesimulator.json.Pool;

/// What users do at a console, and how the audit trail puts it.
public final class Auditing {

    private static final Pool ACTIONS = Pool.of(
            "user_login",
            "user_login",
            "user_login",
            "user_login",
            "device_push_settings",
            "canarytoken_create",
            "flock_move",
            "user_assign_to_flock",
            "device_schedule_reboot");
    private static final Pool LANGUAGES = Pool.of("en-GB,en;q=0.8", "de-DE,de;q=0.9,en;q=0.5", "fr-FR,fr;q=0.9", "");

    private Auditing() {}

    /// The action type that a draw picks.
    public static String action(long draw) {
        return ACTIONS.text(draw);
    }

    public static String user(long draw) {
        return Words.PEOPLE.text(Draws.of(draw, 1));
    }

    /// What a user did, to something where that is given.
    public static String message(String action, String subject, long draw) {
        return subject.isEmpty() ? message(action, draw) : user(draw) + " did " + action + " of " + subject;
    }

    private static String message(String action, long draw) {
        return switch (action) {
            case "user_login" -> "User " + user(draw) + " logged in";
            case "device_push_settings" -> user(draw) + " sent new settings to " + bird(draw);
            case "canarytoken_create" -> user(draw) + " made a token: " + Words.MEMOS.text(Draws.of(draw, 2));
            case "flock_move" -> user(draw) + " moved " + bird(draw) + " to another flock";
            case "device_schedule_reboot" -> user(draw) + " planned a restart of " + bird(draw);
            default -> user(draw) + " did " + action;
        };
    }

    private static String bird(long draw) {
        return Words.BIRDS.text(Draws.of(draw, 3)) + "-" + (1 + Draws.below(25, Draws.of(draw, 4)));
    }

    public static String address(long draw) {
        return "10.20.1." + (1 + Draws.below(250, Draws.of(draw, 5)));
    }

    public static String agent(long draw) {
        return Words.AUDIT_AGENTS.text(Draws.of(draw, 6));
    }

    public static String language(long draw) {
        return LANGUAGES.text(Draws.of(draw, 7));
    }

    public static Flock flock(long draw) {
        return Flock.pick(Draws.of(draw, 8));
    }
}
