// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.reconcile;

/// That a source shows so much less than before that the key, not the source, may be the reason.
///
/// @param what it shows, such as "only 3 of the 70 that it once showed"
record SeesLess(String what) {

    String sentence() {
        return "The source shows " + what + ": nothing was taken for deleted, since the key may see less than before."
                + " Look at the key's role and flock, or make a new key.";
    }
}
