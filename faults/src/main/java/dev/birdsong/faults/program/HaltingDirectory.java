// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.faults.program;

import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;

/// A folder of the lake during whose commits the process can end.
final class HaltingDirectory extends FilterDirectory {

    private final Halt halt;

    HaltingDirectory(Directory in, Halt halt) {
        super(in);
        this.halt = halt;
    }

    @Override
    public void sync(Collection<String> names) throws IOException {
        halt.at(Step.COMMIT_SYNCS);
        super.sync(names);
    }

    @Override
    public void rename(String source, String target) throws IOException {
        halt.at(Step.COMMIT_RENAMES);
        super.rename(source, target);
        halt.at(Step.COMMIT_RENAMED);
    }
}
