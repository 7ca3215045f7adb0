// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.lakes.lucene.document.Path;
import dev.birdsong.spi.query.Query;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;

/// Terms of the shared fields, in which a path is a hash: in front of a whole text or an address, behind a word.
final class TextTerms {

    private static final int MOST_WORK = 100_000;

    private TextTerms() {}

    /// The path's hash, then some bytes.
    static BytesRef behindPath(String path, BytesRef rest) {
        var term = new BytesRefBuilder();
        term.append(new BytesRef(Path.hash(path)));
        term.append(rest);
        return term.toBytesRef();
    }

    /// A word of which it does not matter where it is.
    static BytesRef word(String word) {
        var term = new BytesRefBuilder();
        term.append(new BytesRef(word));
        term.append((byte) 0);
        return term.toBytesRef();
    }

    /// A word at a path.
    static BytesRef word(String word, BytesRef hash) {
        var term = new BytesRefBuilder();
        term.append(word(word));
        term.append(hash);
        return term.toBytesRef();
    }

    /// The hash of a path, or of any.
    static Automaton path(String path) {
        if (!path.equals(Query.ANY)) {
            return Automata.makeBinary(new BytesRef(Path.hash(path)));
        }
        return Operations.repeat(Automata.makeCharRange(0, 0xff), Path.HASH, Path.HASH);
    }

    /// Terms of a field that are matched byte by byte.
    static org.apache.lucene.search.Query matching(String field, Automaton bytes) {
        Automaton deterministic = Operations.determinize(Operations.removeDeadStates(bytes), MOST_WORK);
        return new AutomatonQuery(new Term(field), deterministic, true);
    }
}
