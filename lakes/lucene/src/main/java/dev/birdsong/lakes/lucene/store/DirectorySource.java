// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.store;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.store.Directory;

/// Where partitions are kept: files, or files that fail in a test.
@FunctionalInterface
public interface DirectorySource {

    /// Opens the directory of one partition.
    Directory open(Path folder) throws IOException;
}
