// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers.json;

import java.io.IOException;
import tools.jackson.core.JsonParser;

/// Is told of the members of an object while it is read.
public interface Members {

    /// Wants to know nothing.
    Members NONE = (name, parser) -> {};

    /// A member that is a scalar; the parser stands at its value and must stay there.
    void scalar(String name, JsonParser parser);

    /// Who is told of the members of the object that this member is.
    default Members object(String name) {
        return NONE;
    }

    /// A member that is a list; the parser stands at its beginning.
    ///
    /// @return true where the list was read to its end here, and is no part of what the object says
    default boolean list(String name, JsonParser parser) throws IOException {
        return false;
    }
}
