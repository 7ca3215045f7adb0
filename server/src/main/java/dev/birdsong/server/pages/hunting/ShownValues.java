// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.hunting;

import dev.birdsong.server.pages.hunting.FoundRecord.Leaf;
import org.springframework.stereotype.Component;

/// What templates ask of values that others chose, as `@shown`.
@Component("shown")
public final class ShownValues {

    /// All of it, hidden signs made visible.
    public String text(String value) {
        return Shown.text(value);
    }

    /// As much of it as a table has room for.
    public String cell(String value) {
        return Shown.cell(value);
    }

    /// Where all records are that have this value; empty where no address can hold it.
    public String search(String path, String value) {
        return new Leaf(path, value).findable()
                ? HuntState.all("").and(path, value).address()
                : "";
    }
}
