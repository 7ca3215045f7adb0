// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.document;

import dev.birdsong.spi.record.FieldType;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.SortedNumericSortField;

/// The fields of a Lucene document.
///
/// A listed path has one field of its own per type, so that a path whose type changes between versions starts
/// anew instead of breaking the index. Every leaf, listed or not, goes into the shared fields below. What people
/// name as a path becomes a hash there: terms stay short, and no name can be too long.
public final class Layout {

    /// The record's id: a term, and a binary value.
    public static final String ID = "_id";
    /// The tenant's id, as a term.
    public static final String TENANT = "_tenant";
    /// The document as it was put.
    public static final String SOURCE = "_source";
    /// Version and fingerprint, see [State].
    public static final String STATE = "_state";
    /// `word NUL path`, in the order of the text. Not of leaves that are nothing but one word: their wholes suffice.
    public static final String WORDS = "_words";
    /// `path whole-text`.
    public static final String WHOLES = "_wholes";
    /// `path address`, sixteen bytes each, of every leaf that is the text of an address.
    public static final String ADDRESSES = "_addresses";
    /// Which paths have a leaf, see [Shape].
    public static final String SHAPES = "_shapes";

    /// Which content type of which source of which tenant, see [SubjectFields].
    public static final String SUBJECT = "_subject";
    /// The thing that the record tells of.
    public static final String THING = "_thing";
    /// What that belongs to.
    public static final String GROUP = "_group";

    /// The partition's name.
    public static final String INDEX_COLUMN = column("_index", FieldType.TEXT);
    /// When the lake stored this state.
    public static final String WRITE_TIME_COLUMN = column("write_time", FieldType.DATE);
    /// How often the record was replaced.
    public static final String REVISION_COLUMN = column("revision", FieldType.LONG);
    /// When it happened.
    public static final String TIMESTAMP_COLUMN = column("timestamp", FieldType.DATE);

    private Layout() {}

    /// The field that holds the values of a listed path.
    public static String column(String path, FieldType type) {
        return path + ':' + type.name();
    }

    /// The order of every index: the newest first, so that a search for the newest hits can stop early.
    public static Sort indexSort() {
        SortField newestFirst = new SortedNumericSortField(
                TIMESTAMP_COLUMN, SortField.Type.LONG, true, SortedNumericSelector.Type.MAX, Long.MIN_VALUE);
        return new Sort(newestFirst);
    }
}
