// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.backup;

import java.util.regex.Pattern;

/// A file of a backup.
///
/// @param path in the backup, with `/`
/// @param size in bytes
/// @param sha256 its checksum, in hexadecimal
record KeptFile(String path, long size, String sha256) {

    static final String STATE = "state/birdsong.db";
    static final String KEY = "key/secret.key";

    private static final String LAKE = "lake/";
    private static final Pattern PATHS = Pattern.compile(
            "state/birdsong\\.db|key/secret\\.key|lake/lake\\.properties|lake/aella-[a-z0-9.-]+/[A-Za-z0-9_][A-Za-z0-9_.]*");

    KeptFile {
        // a restore writes to where the paths say, so that they may say nothing else
        if (!PATHS.matcher(path).matches()) {
            throw new IllegalArgumentException("a backup has no file " + path);
        }
    }

    /// The path of a file of the lake.
    static String ofLake(String path) {
        return LAKE + path;
    }

    boolean isOfLake() {
        return path.startsWith(LAKE);
    }

    /// Where it is in the lake's folder.
    String inLake() {
        return path.substring(LAKE.length());
    }
}
