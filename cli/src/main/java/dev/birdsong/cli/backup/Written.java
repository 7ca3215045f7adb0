// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.backup;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What was written to a target so far.
final class Written {

    private final Target target;
    private final List<KeptFile> files = new ArrayList<>();

    Written(Target target) {
        this.target = target;
    }

    void file(String path, Content content) throws IOException {
        target.file(path, out -> {
            Summed summed = new Summed(out);
            content.writeTo(summed);
            files.add(summed.end(path));
        });
    }

    List<KeptFile> files() {
        return List.copyOf(files);
    }
}
