// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query.export;

import dev.birdsong.spi.lake.Hit;
import java.io.IOException;
import java.io.OutputStream;

/// A record a line, as it is.
record WholeRecords(OutputStream out) implements ExportFormat.Writer {

    @Override
    public void begin() {}

    @Override
    public void write(Hit hit) throws IOException {
        hit.document().writeTo(out);
        out.write('\n');
    }
}
