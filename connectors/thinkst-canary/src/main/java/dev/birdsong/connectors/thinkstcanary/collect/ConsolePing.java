// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.collect;

import dev.birdsong.connectors.thinkstcanary.answers.PageReader;
import dev.birdsong.spi.connector.CollectException;
import dev.birdsong.spi.connector.Connection;

/// Asks a console whether it is there and accepts the token.
public final class ConsolePing {

    static final String PATH = "/api/v1/ping";

    private ConsolePing() {}

    /// Asks once.
    ///
    /// @param reader reads the console's envelope
    /// @throws CollectException if it did not answer with success
    public static void ask(Connection connection, PageReader reader) throws InterruptedException {
        Console console = new Console(connection);
        switch (console.ask(PATH, reader, Discarding.SINK)) {
            case Reading.Whole _ -> {}
            case Reading.Broken _ -> throw console.unreadable("sends an answer that stops being JSON in the middle");
            case Reading.Cut cut -> throw console.cut(cut);
        }
    }
}
