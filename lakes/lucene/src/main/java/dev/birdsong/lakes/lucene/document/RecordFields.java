// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.document;

import dev.birdsong.spi.record.Document;
import dev.birdsong.spi.record.LakeRecord;
import dev.birdsong.spi.record.RecordKey;
import dev.birdsong.spi.record.Schema;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;

/// Makes Lucene documents of records, one at a time. Not safe for use by several threads.
public final class RecordFields {

    private static final FieldType IN_ORDER = indexed(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    private static final FieldType UNORDERED = indexed(IndexOptions.DOCS);

    private final Schema schema;
    private final LeafScan scan = new LeafScan();
    private final LeafTerms terms = new LeafTerms();
    private final Shape shape = new Shape();
    private final TermList shapes = new TermList();
    private final Field words = new Field(Layout.WORDS, terms.words, IN_ORDER);
    private final Field wholes = new Field(Layout.WHOLES, terms.wholes, UNORDERED);
    private final Field addresses = new Field(Layout.ADDRESSES, terms.addresses, UNORDERED);
    private final Field shapeTerms = new Field(Layout.SHAPES, shapes, UNORDERED);
    private final List<IndexableField> fields = new ArrayList<>();
    private PathNode root;
    private PathNode.Growth growth;
    private long documents;

    public RecordFields(Schema schema) {
        this.schema = schema;
        this.growth = new PathNode.Growth(schema);
        this.root = PathNode.root(schema);
    }

    /// The fields of a state of a record, and of what it tells; valid until the next call.
    ///
    /// @param document what is stored, united lists and all
    public List<IndexableField> of(
            LakeRecord record, State state, Document document, String partition, long writeTime) {
        of(record.key(), state, document, partition, writeTime);
        SubjectFields.add(record, fields);
        return fields;
    }

    /// The fields of a state of a record; valid until the next call.
    ///
    /// @param document what is stored, united lists and all
    public List<IndexableField> of(RecordKey key, State state, Document document, String partition, long writeTime) {
        clear();
        scan.scan(document, root, growth, this::leaf);
        fields.add(new StringField(Layout.ID, key.id(), Field.Store.NO));
        fields.add(new BinaryDocValuesField(Layout.ID, new BytesRef(key.id())));
        fields.add(new StringField(Layout.TENANT, key.tenant(), Field.Store.NO));
        fields.add(new BinaryDocValuesField(Layout.STATE, State.encoded(state.version(), state.fingerprint())));
        fields.add(new StoredField(Layout.SOURCE, new BytesRef(document.bytes())));
        fields.add(Column.bytes(Layout.INDEX_COLUMN, new BytesRef(partition)));
        fields.add(Column.whole(Layout.WRITE_TIME_COLUMN, writeTime));
        fields.add(Column.whole(Layout.REVISION_COLUMN, state.revision()));
        addTerms();
        return fields;
    }

    private void addTerms() {
        add(words, terms.words);
        add(wholes, terms.wholes);
        add(addresses, terms.addresses);
        shape.writeTo(shapes);
        add(shapeTerms, shapes);
    }

    private void add(Field field, TermList list) {
        if (!list.isEmpty()) {
            fields.add(field);
        }
    }

    private void clear() {
        documents++;
        fields.clear();
        terms.clear();
        shape.clear();
        shapes.clear();
        if (growth.isSpent()) {
            growth = new PathNode.Growth(schema);
            root = PathNode.root(schema);
        }
    }

    private void leaf(PathNode path, char[] text, int from, int length) {
        if (path.given) {
            return;
        }
        terms.add(path.hash, text, from, length);
        path.addTo(shape, documents);
        if (path.type.isPresent()) {
            Column.field(path.column, path.type.get(), new String(text, from, length))
                    .ifPresent(fields::add);
        }
    }

    private static FieldType indexed(IndexOptions options) {
        var type = new FieldType();
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.setIndexOptions(options);
        type.freeze();
        return type;
    }
}
