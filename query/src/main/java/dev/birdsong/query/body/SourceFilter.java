// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which parts of the records are wanted.
///
/// @param includes patterns of paths, where `*` stands for any characters; what one matches is wanted with all below
///     it; none at all: everything
/// @param excludes patterns of what is left out nevertheless, with all below it
public record SourceFilter(List<String> includes, List<String> excludes) {

    /// The whole record.
    public static final SourceFilter ALL = new SourceFilter(List.of(), List.of());

    /// Nothing of it.
    public static final SourceFilter NONE = new SourceFilter(List.of(), List.of("*"));

    private static final int MOST = 1_024;

    public SourceFilter {
        includes = List.copyOf(includes);
        excludes = List.copyOf(excludes);
    }

    static SourceFilter read(Node node) {
        return switch (node.json()) {
            case Json.Truth(boolean all) -> all ? ALL : NONE;
            case Json.Members _ -> {
                Map<String, Node> members = node.members(Set.of("includes", "excludes"));
                yield new SourceFilter(patterns(members.get("includes")), patterns(members.get("excludes")));
            }
            case Json.Text _, Json.Elements _ -> new SourceFilter(patterns(node), List.of());
            case Json.Numeral _, Json.Nothing _ ->
                throw node.problem("this must be true, false, a list of fields, or an object of includes and excludes");
        };
    }

    private static List<String> patterns(@org.jspecify.annotations.Nullable Node node) {
        List<String> patterns = new ArrayList<>();
        if (node != null) {
            node.oneOrMore().forEach(pattern -> patterns.add(pattern.text()));
            if (patterns.size() > MOST) {
                throw node.problem("there can be at most 1,024 patterns");
            }
        }
        return patterns;
    }

    /// Whether nothing is left out.
    public boolean isAll() {
        return includes.isEmpty() && excludes.isEmpty();
    }

    /// Whether what is at this path is wanted with all below it, unless it is left out.
    public boolean includes(String path) {
        return includes.isEmpty() || includes.stream().anyMatch(pattern -> matches(pattern, path));
    }

    /// Whether what is at this path is left out with all below it.
    public boolean excludes(String path) {
        return excludes.stream().anyMatch(pattern -> matches(pattern, path));
    }

    /// Goes back only to the last star, so that it takes no longer than pattern times path.
    private static boolean matches(String pattern, String path) {
        int inPattern = 0;
        int star = -1;
        int starred = 0;
        int at = 0;
        while (at < path.length()) {
            if (inPattern < pattern.length() && pattern.charAt(inPattern) == '*') {
                star = inPattern++;
                starred = at;
            } else if (inPattern < pattern.length() && pattern.charAt(inPattern) == path.charAt(at)) {
                inPattern++;
                at++;
            } else if (star >= 0) {
                inPattern = star + 1;
                at = ++starred;
            } else {
                return false;
            }
        }
        return pattern.substring(inPattern).chars().allMatch(c -> c == '*');
    }
}
