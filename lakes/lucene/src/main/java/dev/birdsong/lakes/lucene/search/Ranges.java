// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.lakes.lucene.document.Layout;
import dev.birdsong.lakes.lucene.document.Path;
import dev.birdsong.spi.lake.SortValue;
import dev.birdsong.spi.query.Addresses;
import dev.birdsong.spi.query.Bound;
import dev.birdsong.spi.query.Network;
import dev.birdsong.spi.query.Words;
import dev.birdsong.spi.record.FieldType;
import java.util.Arrays;
import java.util.Optional;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermRangeQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;
import org.jspecify.annotations.Nullable;

/// Ranges of numbers, addresses and texts.
final class Ranges {

    private static final Query NOTHING = new MatchNoDocsQuery("a bound that does not fit");
    private static final int ADDRESS = 16;
    private static final BytesRef FIRST_IPV4 = mapped((byte) 0);
    private static final BytesRef LAST_IPV4 = mapped((byte) 0xff);

    private Ranges() {}

    static Query wholes(String column, FieldType type, Bound from, Bound to) {
        Optional<Long> lowest = wholeEnd(type, from, Long.MIN_VALUE, 1);
        Optional<Long> highest = wholeEnd(type, to, Long.MAX_VALUE, -1);
        return lowest.isPresent() && highest.isPresent() && lowest.get() <= highest.get()
                ? LongField.newRangeQuery(column, lowest.get(), highest.get())
                : NOTHING;
    }

    /// The end of a range that belongs to it; nothing where the bound does not fit.
    private static Optional<Long> wholeEnd(FieldType type, Bound bound, long open, int inwards) {
        return switch (bound) {
            case Bound.Open() -> Optional.of(open);
            case Bound.At(String value, boolean inclusive) ->
                SortValue.of(type, value)
                        .map(fitting -> ((SortValue.Whole) fitting).value())
                        .filter(end -> inclusive || end != (inwards > 0 ? Long.MAX_VALUE : Long.MIN_VALUE))
                        .map(end -> inclusive ? end : end + inwards);
        };
    }

    static Query decimals(String column, Bound from, Bound to) {
        Optional<Double> lowest = decimalEnd(from, Double.NEGATIVE_INFINITY)
                .map(end -> isExclusive(from) ? DoublePoint.nextUp(end) : end);
        Optional<Double> highest =
                decimalEnd(to, Double.POSITIVE_INFINITY).map(end -> isExclusive(to) ? DoublePoint.nextDown(end) : end);
        return lowest.isPresent() && highest.isPresent() && lowest.get() <= highest.get()
                ? DoubleField.newRangeQuery(column, lowest.get(), highest.get())
                : NOTHING;
    }

    private static Optional<Double> decimalEnd(Bound bound, double open) {
        return switch (bound) {
            case Bound.Open() -> Optional.of(open);
            case Bound.At(String value, boolean _) ->
                SortValue.of(FieldType.DOUBLE, value).map(fitting -> ((SortValue.Decimal) fitting).value());
        };
    }

    private static boolean isExclusive(Bound bound) {
        return bound instanceof Bound.At(String _, boolean inclusive) && !inclusive;
    }

    static Query addresses(String path, Bound from, Bound to) {
        boolean fits = fitsAddress(from) && fitsAddress(to);
        return fits
                ? terms(Layout.ADDRESSES, path, address(from), address(to), !isExclusive(from), !isExclusive(to))
                : NOTHING;
    }

    private static boolean fitsAddress(Bound bound) {
        return switch (bound) {
            case Bound.Open() -> true;
            case Bound.At(String value, boolean _) -> Addresses.literal(value).isPresent();
        };
    }

    private static Optional<BytesRef> address(Bound bound) {
        return switch (bound) {
            case Bound.Open() -> Optional.empty();
            case Bound.At(String value, boolean _) ->
                Addresses.literal(value).map(address -> new BytesRef(Addresses.bytes(address)));
        };
    }

    static Query texts(String path, Bound from, Bound to) {
        return terms(Layout.WHOLES, path, text(from), text(to), !isExclusive(from), !isExclusive(to));
    }

    private static Optional<BytesRef> text(Bound bound) {
        return switch (bound) {
            case Bound.Open() -> Optional.empty();
            case Bound.At(String value, boolean _) -> Optional.of(new BytesRef(Words.folded(value)));
        };
    }

    /// The addresses of a network. One of IPv6 has no IPv4 address, though these lie among its numbers.
    static Query network(String path, Network network) {
        BytesRef lowest = end(network, 0);
        BytesRef highest = end(network, 0xff);
        boolean surrounds = lowest.compareTo(FIRST_IPV4) < 0 && highest.compareTo(LAST_IPV4) > 0;
        if (!surrounds) {
            return terms(Layout.ADDRESSES, path, Optional.of(lowest), Optional.of(highest), true, true);
        }
        return new BooleanQuery.Builder()
                .add(
                        terms(Layout.ADDRESSES, path, Optional.of(lowest), Optional.of(FIRST_IPV4), true, false),
                        BooleanClause.Occur.SHOULD)
                .add(
                        terms(Layout.ADDRESSES, path, Optional.of(LAST_IPV4), Optional.of(highest), false, true),
                        BooleanClause.Occur.SHOULD)
                .build();
    }

    private static BytesRef end(Network network, int rest) {
        byte[] own = network.address().getAddress();
        byte[] bytes = Addresses.bytes(network.address());
        int fixed = network.prefix() + (bytes.length - own.length) * Byte.SIZE;
        for (int bit = fixed; bit < bytes.length * Byte.SIZE; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            bytes[bit / Byte.SIZE] = (byte) ((bytes[bit / Byte.SIZE] & ~mask) | (rest & mask));
        }
        return new BytesRef(bytes);
    }

    private static BytesRef mapped(byte rest) {
        var bytes = new byte[ADDRESS];
        bytes[10] = (byte) 0xff;
        bytes[11] = (byte) 0xff;
        Arrays.fill(bytes, 12, ADDRESS, rest);
        return new BytesRef(bytes);
    }

    private static Query terms(
            String field, String path, Optional<BytesRef> from, Optional<BytesRef> to, boolean low, boolean high) {
        if (path.equals(dev.birdsong.spi.query.Query.ANY)) {
            Automaton between = Automata.makeBinaryInterval(orNull(from), low, orNull(to), high);
            return TextTerms.matching(field, Operations.concatenate(java.util.List.of(TextTerms.path(path), between)));
        }
        BytesRef start = TextTerms.behindPath(path, from.orElseGet(BytesRef::new));
        BytesRef end = to.map(last -> TextTerms.behindPath(path, last)).orElseGet(() -> behind(Path.hash(path)));
        if (low && high && start.equals(end)) {
            return new TermQuery(new Term(field, start));
        }
        return new TermRangeQuery(field, start, end, from.isEmpty() || low, to.isPresent() && high);
    }

    /// Lucene takes no bound as null.
    private static @Nullable BytesRef orNull(Optional<BytesRef> bound) {
        return bound.orElse(null);
    }

    /// The first bytes that come after everything that begins with these.
    private static BytesRef behind(byte[] start) {
        byte[] next = start.clone();
        int at = next.length - 1;
        while (at > 0 && next[at] == (byte) 0xff) {
            next[at--] = 0;
        }
        next[at]++;
        return new BytesRef(next);
    }
}
