// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.backup;

import java.io.IOException;
import java.io.OutputStream;

/// What goes into a file.
@FunctionalInterface
interface Content {

    /// Writes all of it.
    void writeTo(OutputStream out) throws IOException;
}
