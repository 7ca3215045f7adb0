// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.filter;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.birdsong.spi.query.Addresses;
import dev.birdsong.spi.query.Network;
import dev.birdsong.spi.query.Words;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// A condition made ready: whether the values that a record has in the field fit it.
final class Comparison {

    private static final java.util.regex.Pattern NUMBER =
            java.util.regex.Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");

    private final FilterCondition condition;

    private Comparison(FilterCondition condition) {
        this.condition = condition;
    }

    /// @throws FilterException if the condition's values do not fit its operator
    static Predicate<List<String>> of(FilterCondition condition) {
        return new Comparison(condition).predicate();
    }

    private Predicate<List<String>> predicate() {
        return switch (condition.operator()) {
            case IS -> any(is(one()));
            case IS_NOT -> any(is(one())).negate();
            case CONTAINS -> anyFolded(text -> text.contains(folded()));
            case STARTS_WITH -> anyFolded(text -> text.startsWith(folded()));
            case ENDS_WITH -> anyFolded(text -> text.endsWith(folded()));
            case MATCHES -> any(expression());
            case GREATER_THAN -> any(number(comparison -> comparison > 0));
            case LESS_THAN -> any(number(comparison -> comparison < 0));
            case IN -> anyFolded(several()::contains);
            case IN_CIDR -> any(network());
            case EXISTS -> none(values -> !values.isEmpty());
            case NOT_EXISTS -> none(List::isEmpty);
        };
    }

    private static Predicate<List<String>> any(Predicate<String> fits) {
        return values -> values.stream().anyMatch(fits);
    }

    private static Predicate<List<String>> anyFolded(Predicate<String> fits) {
        return any(text -> fits.test(Words.folded(text)));
    }

    private static Predicate<String> is(String value) {
        String folded = Words.folded(value);
        return text -> Words.folded(text).equals(folded);
    }

    private String folded() {
        return Words.folded(one());
    }

    private Predicate<String> number(Predicate<Integer> wanted) {
        BigDecimal limit = decimal(one()).orElseThrow(() -> wrong("a number, or a time in epoch milliseconds"));
        return text -> decimal(text)
                .map(value -> value.compareTo(limit))
                .filter(wanted)
                .isPresent();
    }

    private static Optional<BigDecimal> decimal(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private Predicate<String> expression() {
        try {
            Pattern expression = Pattern.compile(one(), Pattern.CASE_INSENSITIVE);
            return text -> expression.matcher(text).find();
        } catch (PatternSyntaxException e) {
            throw wrong("a regular expression without back references and look-around");
        }
    }

    private Predicate<String> network() {
        String[] parts = one().split("/", -1);
        Network network = (parts.length == 2 ? Addresses.literal(parts[0]) : Optional.<java.net.InetAddress>empty())
                .filter(address -> parts[1].matches("[0-9]{1,3}"))
                .filter(address -> Integer.parseInt(parts[1]) <= address.getAddress().length * Byte.SIZE)
                .map(address -> new Network(address, Integer.parseInt(parts[1])))
                .orElseThrow(() -> wrong("a network such as 10.0.0.0/8"));
        return text -> Addresses.literal(text).filter(network::contains).isPresent();
    }

    private Set<String> several() {
        if (condition.values().isEmpty()) {
            throw wrong("a list of values");
        }
        return condition.values().stream().map(Words::folded).collect(Collectors.toUnmodifiableSet());
    }

    private Predicate<List<String>> none(Predicate<List<String>> predicate) {
        if (!condition.values().isEmpty()) {
            throw wrong("no value");
        }
        return predicate;
    }

    private String one() {
        if (condition.values().size() != 1 || condition.values().getFirst().isEmpty()) {
            throw wrong("one value");
        }
        return condition.values().getFirst();
    }

    private FilterException wrong(String expected) {
        return new FilterException("the operator '" + condition.operator().label() + "' takes " + expected);
    }
}
