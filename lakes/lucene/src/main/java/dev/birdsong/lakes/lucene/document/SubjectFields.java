// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.document;

import dev.birdsong.spi.lake.Holdings.Held;
import dev.birdsong.spi.record.LakeRecord;
import dev.birdsong.spi.record.Subject;
import java.util.List;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/// The fields that say of what a record tells. No query reaches them.
public final class SubjectFields {

    private static final String SEPARATOR = "\0";
    private static final int PARTS = 3;

    private SubjectFields() {}

    static void add(LakeRecord record, List<IndexableField> fields) {
        Subject subject = record.subject();
        if (!subject.equals(Subject.NONE)) {
            String tenant = record.key().tenant();
            String held = text(new Held(tenant, subject.sourceKey(), subject.contentType()));
            fields.add(new StringField(Layout.SUBJECT, held, Field.Store.NO));
            fields.add(new NumericDocValuesField(Layout.THING, subject.thing()));
            fields.add(new NumericDocValuesField(Layout.GROUP, subject.group()));
        }
    }

    /// The term that all records of a content type of a source have.
    public static Term term(Held held) {
        return new Term(Layout.SUBJECT, text(held));
    }

    private static String text(Held held) {
        return String.join(SEPARATOR, held.tenant(), held.sourceKey(), held.contentType());
    }

    /// What a term stands for.
    public static Held held(BytesRef term) {
        String[] parts = term.utf8ToString().split(SEPARATOR, PARTS);
        return new Held(parts[0], parts[1], parts[2]);
    }
}
