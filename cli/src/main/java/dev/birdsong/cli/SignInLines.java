// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import dev.birdsong.server.parts.FirstStart;
import dev.birdsong.spi.connector.Secret;
import java.io.PrintWriter;

/// Tells somebody what to sign in with: the one time that it can be read.
record SignInLines(PrintWriter out) {

    void print(FirstStart.Made made) {
        out.println("  email     " + made.email());
        made.password().map(Secret::reveal).ifPresent(password -> out.println("  password  " + password));
        made.apiKey().map(Secret::reveal).ifPresent(key -> out.println("  API key   " + key));
        out.flush();
    }
}
