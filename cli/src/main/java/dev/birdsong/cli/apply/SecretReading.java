// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.apply;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/// Reads where a secret is. A secret itself is refused, and never shown.
///
/// @param mapping what says it
/// @param applied the file of the mapping: relative paths begin at its folder
record SecretReading(Mapping mapping, Path applied) {

    private static final String HOW =
            "write {env: NAME} for a variable of the environment, or {file: path} for a file that holds it alone";

    /// As `{env: NAME}` or `{file: path}`.
    SecretSource nested(String key) {
        mapping.require(key);
        return mapping.value(key).map(value -> nested(key, value)).orElse(nowhere(key));
    }

    private SecretSource nested(String key, Object value) {
        if (value instanceof Map<?, ?> map && map.size() == 1) {
            if (map.get("env") instanceof String name) {
                return variable(key, name);
            }
            if (map.get("file") instanceof String path) {
                return content(key, path);
            }
        }
        mapping.wrong(key, value instanceof Map<?, ?> ? HOW : "must not be in the file itself: " + HOW);
        return nowhere(key);
    }

    /// As one of two keys.
    SecretSource either(String variableKey, String fileKey) {
        var name = mapping.text(variableKey);
        var path = mapping.text(fileKey);
        if (name.isPresent() == path.isPresent()) {
            mapping.wrong(
                    variableKey,
                    "is needed, or " + fileKey + " in its place: a variable of the environment that holds the secret,"
                            + " or a file");
        }
        return name.map(text -> variable(variableKey, text))
                .or(() -> path.map(text -> content(fileKey, text)))
                .orElse(nowhere(variableKey));
    }

    private SecretSource variable(String key, String name) {
        return new SecretSource.Variable(mapping.pathOf(key), name.strip());
    }

    private SecretSource content(String key, String path) {
        try {
            return new SecretSource.Content(mapping.pathOf(key), applied.resolveSibling(path.strip()));
        } catch (InvalidPathException e) {
            mapping.wrong(key, "is no path of a file");
            return nowhere(key);
        }
    }

    private SecretSource nowhere(String key) {
        return variable(key, "");
    }
}
