// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.search;

import dev.birdsong.spi.lake.Hit;
import dev.birdsong.spi.lake.SortValue;
import dev.birdsong.spi.record.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads the answer to a search. Records are cut out of it as they stand, so that their numbers keep their text.
final class ServerAnswer {

    private static final JsonFactory JSON = new JsonFactory();

    private final String text;
    private final List<Hit> hits = new ArrayList<>();
    private long total;
    private boolean exact;

    private ServerAnswer(String text) {
        this.text = text;
    }

    static Searched.Found read(String answer) {
        var read = new ServerAnswer(answer);
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), answer)) {
            parser.nextToken();
            read.members(parser, name -> name.equals("hits") ? Optional.of(read::hits) : Optional.empty());
        }
        return new Searched.Found(read.hits, read.total, read.exact);
    }

    /// Reads the value of a member, whose first token is the parser's.
    @FunctionalInterface
    private interface Member {
        void read(JsonParser parser);
    }

    /// Finds out how a member is read; others are left out.
    @FunctionalInterface
    private interface Members {
        Optional<Member> named(String name);
    }

    private void members(JsonParser parser, Members members) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            Optional<Member> member = members.named(parser.currentName());
            parser.nextToken();
            if (member.isPresent()) {
                member.get().read(parser);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void hits(JsonParser parser) {
        members(parser, name -> switch (name) {
            case "total" -> Optional.of(this::total);
            case "hits" -> Optional.of(this::list);
            default -> Optional.empty();
        });
    }

    private void total(JsonParser parser) {
        members(parser, name -> switch (name) {
            case "value" -> Optional.of(value -> total = value.getLongValue());
            case "relation" ->
                Optional.of(relation -> exact = relation.getString().equals("eq"));
            default -> Optional.empty();
        });
    }

    private void list(JsonParser parser) {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            var one = new One();
            members(parser, one::named);
            hits.add(new Hit(one.index, one.id, one.document, one.sort));
        }
    }

    /// A hit that is being read.
    private final class One {

        private String index = "";
        private String id = "";
        private Document document = Document.of("{}");
        private final List<SortValue> sort = new ArrayList<>();

        Optional<Member> named(String name) {
            return switch (name) {
                case "_index" -> Optional.of(parser -> index = parser.getString());
                case "_id" -> Optional.of(parser -> id = parser.getString());
                case "_source" -> Optional.of(this::source);
                case "sort" -> Optional.of(this::place);
                default -> Optional.empty();
            };
        }

        private void source(JsonParser parser) {
            int from = (int) parser.currentTokenLocation().getCharOffset();
            parser.skipChildren();
            int end = (int) parser.currentLocation().getCharOffset();
            document = Document.of(text.substring(from, end));
        }

        private void place(JsonParser parser) {
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                sort.add(
                        switch (token) {
                            case VALUE_NUMBER_INT -> new SortValue.Whole(parser.getLongValue());
                            case VALUE_NUMBER_FLOAT -> new SortValue.Decimal(parser.getDoubleValue());
                            case VALUE_STRING -> new SortValue.Text(parser.getString());
                            default -> new SortValue.Missing();
                        });
            }
        }
    }
}
