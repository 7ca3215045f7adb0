// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers.json;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// One form for all values that say the same: keys sorted, scalars as text, and what is null, empty or absent
/// alike. Its bytes are hashed, never kept. Part of the scheme of ids: a change needs a new scheme version.
///
/// A scalar is `s`, its length and its characters; a list is `[`, its elements (`n` for one that says nothing)
/// and `]`; an object is `{`, each key like a scalar before its value, and `}`.
public final class Canonical {

    private final Bytes out = new Bytes();
    private List<Member> members = List.of();
    private boolean tooDeep;

    /// One member of an object in canonical form.
    private record Member(String key, int from, int to) {}

    /// Reads the value that the parser stands at, to its end.
    ///
    /// @return false where it says nothing
    public boolean read(JsonParser parser, Members told) throws IOException {
        out.shrinkTo(0);
        members = List.of();
        tooDeep = false;
        return value(parser, told, 0);
    }

    /// Whether what was read last is nested deeper than records may be; it was read to its end all the same.
    public boolean tooDeep() {
        return tooDeep;
    }

    /// Adds the form of what was read last to a hash.
    public void addTo(MessageDigest digest) {
        digest.update(out.array(), 0, out.length());
    }

    /// Adds the form of the object that was read last, as if it had no members of these names.
    ///
    /// @return whether it has none of them
    public boolean addTo(MessageDigest digest, Set<String> without) {
        boolean whole = true;
        for (Member member : members) {
            if (without.contains(member.key)) {
                whole = false;
            } else {
                digest.update(out.array(), member.from, member.to - member.from);
            }
        }
        return whole;
    }

    private boolean value(JsonParser parser, Members told, int depth) throws IOException {
        JsonToken token = parser.currentToken();
        if (!Json.nested(token)) {
            return scalar(parser, token);
        }
        if (depth >= Json.MAX_DEPTH) {
            tooDeep = true;
            parser.skipChildren();
            return false;
        }
        return token == JsonToken.START_OBJECT ? object(parser, told, depth) : list(parser, depth);
    }

    private boolean scalar(JsonParser parser, JsonToken token) {
        int start = out.length();
        if (token == JsonToken.VALUE_STRING || token.isNumeric()) {
            chars('s', parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
        } else {
            char[] text = Json.text(parser).toCharArray();
            chars('s', text, 0, text.length);
        }
        boolean says = out.length() > start + 1 + Integer.BYTES;
        if (!says) {
            out.shrinkTo(start);
        }
        return says;
    }

    private void chars(char kind, char[] text, int from, int count) {
        out.add(kind).addInt(0);
        int start = out.length();
        out.addChars(text, from, count);
        out.setInt(start - Integer.BYTES, out.length() - start);
    }

    private boolean list(JsonParser parser, int depth) throws IOException {
        int start = out.length();
        out.add('[');
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (!value(parser, Members.NONE, depth + 1)) {
                out.add('n');
            }
        }
        out.add(']');
        return keptFrom(start, 2);
    }

    private boolean object(JsonParser parser, Members told, int depth) throws IOException {
        int start = out.length();
        out.add('{');
        List<Member> read = new ArrayList<>();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            int from = out.length();
            char[] key = name.toCharArray();
            chars('k', key, 0, key.length);
            if (member(name, parser, told, depth)) {
                read.add(new Member(name, from, out.length()));
            } else {
                out.shrinkTo(from);
            }
        }
        List<Member> sorted = sorted(read);
        out.add('}');
        if (depth == 0) {
            members = sorted;
        }
        return keptFrom(start, 2);
    }

    private boolean member(String name, JsonParser parser, Members told, int depth) throws IOException {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.START_ARRAY && told.list(name, parser)) {
            return false;
        }
        if (token != JsonToken.START_OBJECT) {
            if (token != JsonToken.START_ARRAY) {
                told.scalar(name, parser);
            }
            return value(parser, Members.NONE, depth + 1);
        }
        return value(parser, told.object(name), depth + 1);
    }

    private boolean keptFrom(int start, int empty) {
        boolean says = out.length() > start + empty;
        if (!says) {
            out.shrinkTo(start);
        }
        return says;
    }

    private List<Member> sorted(List<Member> read) {
        if (inOrder(read)) {
            return read;
        }
        int start = read.getFirst().from;
        byte[] before = Arrays.copyOfRange(out.array(), start, out.length());
        out.shrinkTo(start);
        List<Member> sorted = new ArrayList<>(read);
        sorted.sort(Comparator.comparing(Member::key));
        sorted.replaceAll(member -> {
            int from = out.length();
            out.add(before, member.from - start, member.to - member.from);
            return new Member(member.key, from, out.length());
        });
        return sorted;
    }

    private static boolean inOrder(List<Member> members) {
        for (int i = 1; i < members.size(); i++) {
            if (members.get(i - 1).key.compareTo(members.get(i).key) > 0) {
                return false;
            }
        }
        return true;
    }
}
