// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.api;

import dev.birdsong.consolesimulator.http.Request;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// The parameters of a request, read as what they should be.
record Parameters(Request request) {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd-HH:mm:ss");

    String text(String name) {
        return request.parameter(name).orElse("");
    }

    /// @throws Refusal where the parameter is missing
    String required(String name) {
        return request.parameter(name).orElseThrow(() -> new Refusal(400, "Parameter " + name + " is missing."));
    }

    long number(String name, long otherwise) {
        return request.parameter(name).map(value -> number(name, value)).orElse(otherwise);
    }

    private static long number(String name, String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw invalid(name, e);
        }
    }

    /// A count of at least 1.
    Optional<Integer> count(String name) {
        return request.parameter(name).map(value -> {
            long number = number(name, value);
            if (number < 1 || number > Integer.MAX_VALUE / 2) {
                throw new Refusal(400, "Parameter " + name + " was invalid.");
            }
            return (int) number;
        });
    }

    boolean truth(String name, boolean otherwise) {
        return request.parameter(name)
                .map(value -> !value.equalsIgnoreCase("false"))
                .orElse(otherwise);
    }

    /// A moment in UTC, in epoch seconds.
    long moment(String name, long otherwise) {
        return request.parameter(name)
                .map(value -> {
                    try {
                        return LocalDateTime.parse(value, MOMENT).toEpochSecond(ZoneOffset.UTC);
                    } catch (DateTimeParseException e) {
                        throw invalid(name, e);
                    }
                })
                .orElse(otherwise);
    }

    /// The start of a day in UTC, in epoch seconds.
    long day(String name, int later, long otherwise) {
        return request.parameter(name)
                .map(value -> {
                    try {
                        LocalDate day = LocalDate.parse(value).plusDays(later);
                        return day.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
                    } catch (DateTimeParseException e) {
                        throw invalid(name, e);
                    }
                })
                .orElse(otherwise);
    }

    private static Refusal invalid(String name, Exception cause) {
        return new Refusal(400, "Parameter " + name + " was invalid.", cause);
    }
}
