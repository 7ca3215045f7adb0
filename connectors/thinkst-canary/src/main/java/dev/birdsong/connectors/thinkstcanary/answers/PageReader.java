// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

import dev.birdsong.spi.connector.RecordSink;
import java.io.IOException;
import java.io.InputStream;

/// Reads one answer of a console, whatever the order of its keys, and hands over its records as they are read.
public interface PageReader {

    /// Reads the answer to its end. An element that is JSON, but not what it should be, goes to quarantine, and
    /// the rest goes on.
    ///
    /// @return what the answer said beside its records; an envelope that says `error` is a page too
    /// @throws BrokenPageException if the answer stops being JSON; what the sink took before stays valid
    /// @throws IOException if the answer is cut or the connection fails
    Page read(InputStream body, RecordSink sink) throws BrokenPageException, IOException, InterruptedException;
}
