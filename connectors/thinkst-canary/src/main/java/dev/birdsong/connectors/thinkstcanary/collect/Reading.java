// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

import dev.birdsong.connectors.thinkstcanary.answers.BrokenPageException;
import dev.birdsong.connectors.thinkstcanary.answers.Page;
import dev.birdsong.spi.connector.Quarantined;
import java.io.IOException;

/// How the reading of an answer that says success ended.
sealed interface Reading {

    /// To its end.
    record Whole(Page page) implements Reading {}

    /// It stopped being JSON in the middle.
    record Broken(Page before, Quarantined fault) implements Reading {

        static Broken of(BrokenPageException e) {
            return new Broken(e.before(), e.broken());
        }
    }

    /// It was cut, did not come in time, or did not come at all.
    record Cut(String reason, IOException cause) implements Reading {}
}
