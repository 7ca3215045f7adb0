// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.lakes.lucene.document.Layout;
import dev.birdsong.lakes.lucene.document.Path;
import dev.birdsong.spi.lake.SearchLimits;
import dev.birdsong.spi.lake.SeenField;
import dev.birdsong.spi.lake.SeenFields;
import dev.birdsong.spi.record.Field;
import dev.birdsong.spi.record.FieldType;
import dev.birdsong.spi.record.InterflowFields;
import dev.birdsong.spi.record.Schema;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/// Finds the paths at which records that may be seen have leaves. Terms know paths only as hashes, but records of one
/// shape have the same ones: the document of one record is read for each shape that has a hash not met before.
final class SeenPaths {

    /// In a shape the last bit of a leaf's hash is set.
    private static final long LEAF = 1;

    private final Schema schema;
    private final Map<Long, String> listed = new HashMap<>();
    private final Set<Long> met = new HashSet<>();
    private final Set<String> paths = new HashSet<>();
    private final Set<String> listedPaths = new HashSet<>();
    private boolean complete = true;

    SeenPaths(Schema schema) {
        this.schema = schema;
        schema.fields().forEach(field -> listed.put(hash(field.path()), field.path()));
    }

    private static long hash(String path) {
        return number(Path.hash(path), 0) | LEAF;
    }

    private static long number(byte[] bytes, int from) {
        long number = 0;
        for (int i = from; i < from + Path.HASH; i++) {
            number = (number << Byte.SIZE) | (bytes[i] & 0xff);
        }
        return number;
    }

    /// Looks at the records of one segment.
    void add(LeafReaderContext segment, Weight visible) throws IOException {
        FixedBitSet records = visible(segment, visible);
        if (records.nextSetBit(0) == DocIdSetIterator.NO_MORE_DOCS) {
            return;
        }
        InterflowFields.GIVEN_BY_LAKE.stream().map(Field::path).forEach(this::name);
        TermsEnum shapes = Terms.getTerms(segment.reader(), Layout.SHAPES).iterator();
        for (BytesRef shape = shapes.next(); shape != null; shape = shapes.next()) {
            if (hasNew(shape)) {
                int record = first(shapes.postings(null, PostingsEnum.NONE), records);
                if (record != DocIdSetIterator.NO_MORE_DOCS) {
                    meet(shape, segment.reader(), record);
                }
            }
        }
    }

    private static FixedBitSet visible(LeafReaderContext segment, Weight visible) throws IOException {
        var records = new FixedBitSet(Math.max(1, segment.reader().maxDoc()));
        Scorer scorer = visible.scorer(segment);
        Bits live = segment.reader().getLiveDocs();
        if (scorer == null) {
            return records;
        }
        DocIdSetIterator documents = scorer.iterator();
        for (int at = documents.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = documents.nextDoc()) {
            if (live == null || live.get(at)) {
                records.set(at);
            }
        }
        return records;
    }

    private static int first(PostingsEnum postings, FixedBitSet records) throws IOException {
        int at = postings.nextDoc();
        while (at != DocIdSetIterator.NO_MORE_DOCS && !records.get(at)) {
            at = postings.nextDoc();
        }
        return at;
    }

    private boolean hasNew(BytesRef shape) {
        for (int at = shape.offset; at < shape.offset + shape.length; at += Path.HASH) {
            if (isNew(number(shape.bytes, at))) {
                return true;
            }
        }
        return false;
    }

    /// When no more can be named, only listed paths are new.
    private boolean isNew(long hash) {
        return (hash & LEAF) != 0 && !met.contains(hash) && (!isFull() || listed.containsKey(hash));
    }

    private boolean isFull() {
        return !complete;
    }

    private void meet(BytesRef shape, LeafReader segment, int record) throws IOException {
        boolean hasOthers = false;
        for (int at = shape.offset; at < shape.offset + shape.length; at += Path.HASH) {
            long hash = number(shape.bytes, at);
            if (isNew(hash)) {
                met.add(hash);
                hasOthers |= !listed.containsKey(hash);
                name(listed.getOrDefault(hash, ""));
            }
        }
        if (hasOthers) {
            StoredFields stored = segment.storedFields();
            BytesRef source = stored.document(record, Set.of(Layout.SOURCE)).getBinaryValue(Layout.SOURCE);
            LeafPaths.of(source).forEach(this::name);
        }
    }

    private void name(String path) {
        if (path.isEmpty()) {
            return;
        }
        if (path.equals(listed.get(hash(path)))) {
            listedPaths.add(path);
        } else if (complete) {
            paths.add(path);
        }
        complete &= paths.size() + listedPaths.size() <= SearchLimits.PATHS;
    }

    SeenFields fields() {
        Comparator<SeenField> byPath = Comparator.comparing(field -> new BytesRef(field.path()));
        List<SeenField> named = java.util.stream.Stream.concat(
                        listedPaths.stream()
                                .map(path ->
                                        new SeenField(path, schema.type(path).orElse(FieldType.TEXT), true)),
                        paths.stream().map(path -> new SeenField(path, FieldType.TEXT, false)))
                .limit(SearchLimits.PATHS)
                .sorted(byPath)
                .toList();
        return new SeenFields(named, complete);
    }
}
