// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import java.util.Comparator;
import org.apache.lucene.util.BytesRef;

/// One of the hits of one time: they come by `_id`, wherever in the index they lie.
///
/// @param cursor whose segment it is in
record Tie(BytesRef id, ExportCursor cursor, int document) {

    static final Comparator<Tie> BY_ID = Comparator.comparing(Tie::id)
            .thenComparingInt(tie -> tie.cursor().place())
            .thenComparingInt(Tie::document);
}
