// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.lakes.lucene.document.HitDocument;
import dev.birdsong.lakes.lucene.document.Layout;
import dev.birdsong.spi.lake.Hit;
import dev.birdsong.spi.lake.SortValue;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.util.BytesRef;

/// Loads the records of one segment that were found.
final class Hits {

    private final LeafReader segment;
    private final StoredFields stored;

    Hits(LeafReaderContext leaf) throws IOException {
        this.segment = leaf.reader();
        this.stored = segment.storedFields();
    }

    Hit load(int document, List<SortValue> place) throws IOException {
        String id = id(document);
        String partition = partition(document);
        BytesRef source = stored.document(document, Set.of(Layout.SOURCE)).getBinaryValue(Layout.SOURCE);
        long writeTime = number(Layout.WRITE_TIME_COLUMN, document);
        long revision = number(Layout.REVISION_COLUMN, document);
        return new Hit(partition, id, HitDocument.of(source, id, partition, writeTime, revision), place);
    }

    private String id(int document) throws IOException {
        return idBytes(document).utf8ToString();
    }

    BytesRef idBytes(int document) throws IOException {
        return id(segment, document);
    }

    static BytesRef id(LeafReaderContext leaf, int document) throws IOException {
        return id(leaf.reader(), document);
    }

    private static BytesRef id(LeafReader segment, int document) throws IOException {
        var ids = DocValues.getBinary(segment, Layout.ID);
        return ids.advanceExact(document) ? BytesRef.deepCopyOf(ids.binaryValue()) : new BytesRef();
    }

    private String partition(int document) throws IOException {
        SortedSetDocValues partitions = DocValues.getSortedSet(segment, Layout.INDEX_COLUMN);
        return partitions.advanceExact(document)
                ? partitions.lookupOrd(partitions.nextOrd()).utf8ToString()
                : "";
    }

    private long number(String column, int document) throws IOException {
        SortedNumericDocValues numbers = DocValues.getSortedNumeric(segment, column);
        return numbers.advanceExact(document) ? numbers.nextValue() : 0;
    }
}
