// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query.body;

import dev.birdsong.query.QueryException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// A JSON value and the place where it stands.
record Node(String path, Json json) {

    private static final int SHOWN = 100;
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");

    /// The place of a member; of a long name its beginning, on one line.
    static String below(String path, String name) {
        String line = name.replaceAll("[\\p{Cntrl}\\s]", " ");
        String shown = line.length() > SHOWN ? line.substring(0, SHOWN) + "..." : line;
        return path.isEmpty() ? shown : path + '.' + shown;
    }

    /// The place of an element.
    static String at(String path, int index) {
        return path + '[' + index + ']';
    }

    BadSearchException problem(String reason) {
        return new BadSearchException(path, reason);
    }

    boolean isObject() {
        return json instanceof Json.Members;
    }

    boolean isList() {
        return json instanceof Json.Elements;
    }

    boolean isNumber() {
        return json instanceof Json.Numeral;
    }

    boolean isNothing() {
        return json instanceof Json.Nothing;
    }

    Map<String, Node> members() {
        if (!(json instanceof Json.Members(var members))) {
            throw problem("this must be an object");
        }
        Map<String, Node> nodes = new LinkedHashMap<>();
        members.forEach((name, member) -> nodes.put(name, new Node(below(path, name), member)));
        return nodes;
    }

    /// The members, none of which may have another name.
    Map<String, Node> members(Set<String> known) {
        Map<String, Node> members = members();
        members.forEach((name, member) -> {
            if (!known.contains(name)) {
                throw member.problem(
                        known.isEmpty()
                                ? "this is not supported here"
                                : "this is not supported; what can stand here: " + listed(known));
            }
        });
        return members;
    }

    static String listed(Set<String> names) {
        return String.join(", ", names.stream().sorted().toList());
    }

    /// The one member that there must be.
    Map.Entry<String, Node> only(String what) {
        Map<String, Node> members = members();
        if (members.size() != 1) {
            throw problem("this must be an object with one key, " + what + ", and has " + members.size());
        }
        return members.entrySet().iterator().next();
    }

    List<Node> elements() {
        if (!(json instanceof Json.Elements(var elements))) {
            throw problem("this must be a list");
        }
        List<Node> nodes = new ArrayList<>();
        elements.forEach(element -> nodes.add(new Node(at(path, nodes.size()), element)));
        return nodes;
    }

    /// The elements, or this alone.
    List<Node> oneOrMore() {
        return isList() ? elements() : List.of(this);
    }

    String text() {
        if (!(json instanceof Json.Text(String text))) {
            throw problem("this must be a string");
        }
        return text;
    }

    /// A string, number or boolean as text.
    String scalar() {
        return switch (json) {
            case Json.Text(String text) -> text;
            case Json.Numeral(String text) -> text;
            case Json.Truth(boolean isTrue) -> Boolean.toString(isTrue);
            case Json.Members _, Json.Elements _, Json.Nothing _ ->
                throw problem("this must be a string, number or boolean");
        };
    }

    int whole(int least, int most) {
        String text = scalar();
        if (!WHOLE.matcher(text).matches() || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw problem("this must be a whole number from " + least + " to " + grouped(most));
        }
        return Integer.parseInt(text);
    }

    private static String grouped(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// Reads a value; what is wrong with it is wrong here.
    <T> T reading(Supplier<T> value) {
        try {
            return value.get();
        } catch (QueryException e) {
            throw problem(e.reason());
        }
    }
}
