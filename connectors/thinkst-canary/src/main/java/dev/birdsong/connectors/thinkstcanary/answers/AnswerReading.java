// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

import dev.birdsong.connectors.thinkstcanary.answers.Elements.Outcome;
import dev.birdsong.connectors.thinkstcanary.answers.json.Json;
import dev.birdsong.connectors.thinkstcanary.answers.json.Tape;
import dev.birdsong.spi.connector.Quarantined;
import dev.birdsong.spi.connector.RecordSink;
import dev.birdsong.spi.connector.Shown;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;

/// One answer while it is read: the object around the list, in whatever order its members come.
final class AnswerReading {

    private final String list;
    private final Elements elements;
    private final Quarantine quarantine;
    private final Tape tape;
    private final RecordSink sink;
    private String result = "";
    private String message = "";
    private String cursor = "";
    private Page.Ids ids = Page.Ids.NONE;

    AnswerReading(String list, Elements elements, Quarantine quarantine, InputStream body, RecordSink sink) {
        this.list = list;
        this.elements = elements;
        this.quarantine = quarantine;
        this.tape = new Tape(body);
        this.sink = sink;
    }

    Page read() throws BrokenPageException, IOException, InterruptedException {
        boolean begun = false;
        try (JsonParser parser = Json.parser(tape)) {
            JsonToken first = parser.nextToken();
            begun = first == JsonToken.START_OBJECT && Json.start(parser) >= 0;
            if (!begun) {
                throw NotAnAnswer.of(tape, page(), quarantine);
            }
            members(parser);
            return page();
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException _) {
            throw fault(begun);
        }
    }

    /// What the parser says is not passed on: it may quote what it could not read.
    private BrokenPageException fault(boolean begun) throws IOException {
        if (begun && tape.ended()) {
            throw new EOFException("the answer ends in the middle");
        }
        return begun ? broken() : NotAnAnswer.of(tape, page(), quarantine);
    }

    private BrokenPageException broken() throws IOException {
        byte[] content = tape.marked();
        byte[] rest = cursor.isEmpty() ? tape.rest() : new byte[0];
        Optional<AnswerEnd> end = AnswerEnd.of(rest);
        cursor = end.map(AnswerEnd::cursor).orElse(cursor);
        Quarantined fault = quarantine.of(
                "the answer stops being JSON here",
                end.map(only -> Arrays.copyOf(rest, only.length())).orElse(content));
        return new BrokenPageException("the answer stops being JSON in the middle", page(), fault);
    }

    private Page page() {
        return new Page(result, message, cursor, ids);
    }

    private void members(JsonParser parser) throws IOException, InterruptedException {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken token = parser.nextToken();
            tape.mark(Json.start(parser));
            if (name.equals(list)) {
                readList(parser, token);
            } else if (name.equals("cursor")) {
                cursor = cursor(parser, token);
            } else if (Json.nested(token)) {
                skip(parser);
            } else {
                scalar(name, parser);
            }
        }
    }

    private void scalar(String name, JsonParser parser) {
        switch (name) {
            case "result" -> result = Json.text(parser);
            case "message", "msg" -> message = Json.text(parser);
            default -> parser.finishToken();
        }
    }

    private String cursor(JsonParser parser, JsonToken token) {
        if (token != JsonToken.START_OBJECT) {
            String text = Json.nested(token) ? "" : Json.text(parser);
            parser.skipChildren();
            return text;
        }
        String next = "";
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            boolean nested = Json.nested(parser.nextToken());
            if (name.equals("next") && !nested) {
                next = Json.text(parser);
            }
            parser.skipChildren();
        }
        return next;
    }

    private void readList(JsonParser parser, JsonToken token) throws IOException, InterruptedException {
        if (token == JsonToken.VALUE_NULL) {
            return;
        }
        if (token != JsonToken.START_ARRAY) {
            skip(parser);
            sink.shows(Shown.UNKNOWN);
            sink.quarantine(quarantine.of("a list was expected here", tape.marked(Json.end(parser))));
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            readElement(parser);
        }
    }

    private void readElement(JsonParser parser) throws IOException, InterruptedException {
        tape.mark(Json.start(parser));
        Outcome outcome;
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            outcome = elements.read(parser, tape, sink);
        } else {
            skip(parser);
            sink.shows(Shown.UNKNOWN);
            outcome = Outcome.unreadable(OptionalLong.empty(), "an object was expected here");
        }
        if (outcome.id().isPresent()) {
            ids = ids.with(outcome.id().getAsLong());
        }
        if (outcome.fault().isPresent()) {
            sink.quarantine(quarantine.of(outcome.fault().get(), tape.marked(Json.end(parser))));
        }
    }

    private void skip(JsonParser parser) {
        int depth = 0;
        JsonToken token = parser.currentToken();
        do {
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            tape.release(Json.end(parser));
            token = depth > 0 ? parser.nextToken() : token;
        } while (depth > 0);
    }
}
