// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.settings;

import java.util.Optional;
import java.util.function.Function;

/// A fault while it is read from text.
final class NamedFault {

    private static final String KINDS =
            "status=503, too-many=5 (seconds) or too-many=none, quota=2s (one request in), delay=2s, cut=1000 (bytes), "
                    + "slow=1000 (bytes a second), broken-at=7, broken-record=<id>, reset, proxy-page, error-result, bomb=100 (MB)";

    private final String kind;
    private final String value;
    private String path = "/api/";
    private double probability = 1;
    private int count = -1;
    private boolean html;

    NamedFault(String text) {
        kind = before(text);
        value = after(text);
    }

    private static String before(String text) {
        int equals = text.indexOf('=');
        return equals < 0 ? text : text.substring(0, equals);
    }

    private static String after(String text) {
        int equals = text.indexOf('=');
        return equals < 0 ? "" : text.substring(equals + 1);
    }

    void option(String text) {
        String given = after(text);
        switch (before(text)) {
            case "path" -> path = given;
            case "probability" -> probability = parsed(text, given, Double::parseDouble);
            case "count" -> count = parsed(text, given, Integer::parseInt);
            case "html" -> html = Boolean.parseBoolean(given);
            default ->
                throw new IllegalArgumentException(
                        "no fault option '" + before(text) + "': it must be path, probability, count or html");
        }
    }

    Fault made() {
        return new Fault(effect(), path, probability, count);
    }

    private Effect effect() {
        return switch (kind) {
            case "too-many" -> new Effect.TooMany(value.equals("none") ? Optional.empty() : Optional.of(number()));
            case "quota" -> new Effect.Quota(parsed(kind, value, Durations::parse));
            case "delay" -> new Effect.Delay(parsed(kind, value, Durations::parse));
            case "broken-record" -> new Effect.BrokenRecord(value);
            case "reset" -> new Effect.Reset();
            case "proxy-page" -> new Effect.ProxyPage();
            case "error-result" -> new Effect.ErrorResult();
            default -> sized();
        };
    }

    private Effect sized() {
        return switch (kind) {
            case "status" -> new Effect.Status(number(), html);
            case "cut" -> new Effect.Cut(number());
            case "slow" -> new Effect.Slow(Math.max(1, number()));
            case "broken-at" -> new Effect.BrokenAt(number());
            case "bomb" -> new Effect.Bomb(number());
            default -> throw new IllegalArgumentException("no fault '" + kind + "': it must be one of " + KINDS);
        };
    }

    private int number() {
        return parsed(kind, value, Integer::parseInt);
    }

    private static <T> T parsed(String name, String value, Function<String, T> parser) {
        try {
            return parser.apply(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("fault '" + name + "' cannot be '" + value + "'", e);
        }
    }
}
