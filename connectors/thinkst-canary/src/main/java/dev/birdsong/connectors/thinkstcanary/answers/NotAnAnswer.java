// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

import dev.birdsong.connectors.thinkstcanary.answers.json.Tape;
import java.nio.charset.StandardCharsets;

/// Says what came where an answer in JSON was expected.
final class NotAnAnswer {

    private NotAnAnswer() {}

    static BrokenPageException of(Tape tape, Page before, Quarantine quarantine) {
        byte[] content = tape.marked();
        String message = message(new String(content, StandardCharsets.UTF_8).stripLeading());
        return new BrokenPageException(message, before, quarantine.of(message, content));
    }

    private static String message(String text) {
        if (text.isEmpty()) {
            return "the answer is not JSON: it is empty";
        }
        return switch (text.charAt(0)) {
            case '<' -> "the answer is not JSON: an HTML page, perhaps of a proxy";
            case '[', '"' -> "the answer is JSON, but not an object";
            default -> "the answer is not JSON in UTF-8";
        };
    }
}
