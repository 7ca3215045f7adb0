// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.lakes.lucene.document.Layout;
import dev.birdsong.lakes.lucene.document.Shape;
import java.io.IOException;
import org.apache.lucene.index.FilteredTermsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.AttributeSource;
import org.apache.lucene.util.BytesRef;

/// Documents with a leaf at a path, or also below it: those of every shape that says so.
final class PathQuery extends MultiTermQuery {

    private final String path;
    private final boolean orBelow;

    PathQuery(String path, boolean orBelow) {
        super(Layout.SHAPES, CONSTANT_SCORE_BLENDED_REWRITE);
        this.path = path;
        this.orBelow = orBelow;
    }

    @Override
    protected TermsEnum getTermsEnum(Terms terms, AttributeSource attributes) throws IOException {
        return new FilteredTermsEnum(terms.iterator(), false) {
            @Override
            protected AcceptStatus accept(BytesRef term) {
                return Shape.has(term, path, orBelow) ? AcceptStatus.YES : AcceptStatus.NO;
            }
        };
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return "path: " + path + (orBelow ? ".*" : "");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PathQuery that && path.equals(that.path) && orBelow == that.orBelow;
    }

    @Override
    public int hashCode() {
        return 31 * path.hashCode() + Boolean.hashCode(orBelow);
    }
}
