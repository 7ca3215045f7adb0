// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.http;

import java.util.regex.Pattern;

/// What a name may be.
public final class Names {

    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e]{1,64}");

    private Names() {}

    /// A name that must be there: printable ASCII, at most 64 characters, no blanks around it.
    ///
    /// @throws ApiException that names the key
    public static String required(Body body, String key) {
        String name = body.required(key).strip();
        if (!PRINTABLE.matcher(name).matches()) {
            throw body.bad(key, "takes printable ASCII, at most 64 characters, and no multibyte ones");
        }
        return name;
    }
}
