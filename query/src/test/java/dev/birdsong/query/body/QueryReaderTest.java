// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.birdsong.spi.query.Bound;
import dev.birdsong.spi.query.Network;
import dev.birdsong.spi.query.Query;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryReaderTest {

    private static final Query ROOT = new Query.Text("username", "root");
    private static final Query SSH = new Query.Text("event_name", "ssh");
    private static final String TERM = "{'term': {'username': 'root'}}";

    private static Query query(String clause) {
        return Bodies.read("{'query': " + clause + "}").query();
    }

    @Test
    void asksForEverythingUnlessToldOtherwise() {
        assertThat(Bodies.read("{}").query()).isEqualTo(new Query.Everything());
        assertThat(query("{'match_all': {}}")).isEqualTo(new Query.Everything());
        assertThat(query("{'bool': {}}")).isEqualTo(new Query.Everything());
    }

    @Test
    void readsATerm() {
        assertThat(query(TERM)).isEqualTo(ROOT);
        assertThat(query("{'term': {'username.keyword': {'value': 'root'}}}")).isEqualTo(ROOT);
        assertThat(query("{'term': {'srcport': 22}}")).isEqualTo(new Query.Text("srcport", "22"));
        assertThat(query("{'term': {'x.y': true}}")).isEqualTo(new Query.Text("x.y", "true"));
    }

    @Test
    void readsANetworkOfAddressesOnly() {
        assertThat(query("{'term': {'srcip': '10.0.0.0/8'}}"))
                .isEqualTo(new Query.InNetwork("srcip", new Network(InetAddress.ofLiteral("10.0.0.0"), 8)));
        assertThat(query("{'term': {'hostname': '10.0.0.0/8'}}")).isEqualTo(new Query.Text("hostname", "10.0.0.0/8"));
    }

    @Test
    void readsADayAsAllOfIt() {
        assertThat(query("{'term': {'timestamp': '2026-11-24'}}"))
                .isEqualTo(new Query.Range("timestamp", at("1795478400000", true), at("1795564800000", false)));
    }

    @Test
    void readsANumberOnADateAsMillisecondsAndTextAsAYear() {
        assertThat(query("{'term': {'timestamp': 2026}}"))
                .isEqualTo(new Query.Range("timestamp", at("2026", true), at("2026", true)));
        assertThat(query("{'term': {'timestamp': '2026'}}"))
                .isEqualTo(new Query.Range("timestamp", at("1767225600000", true), at("1798761600000", false)));
    }

    @Test
    void readsTerms() {
        assertThat(query("{'terms': {'username': ['root', 7]}}"))
                .isEqualTo(new Query.Or(List.of(ROOT, new Query.Text("username", "7"))));
        assertThat(query("{'terms': {'username': []}}")).isEqualTo(new Query.Or(List.of()));
    }

    @Test
    void readsAMatchAsAnyOfItsWordsOrAll() {
        List<Query> words = List.of(new Query.Text("event_name", "ssh"), new Query.Text("event_name", "login"));

        assertThat(query("{'match': {'event_name': 'SSH login'}}")).isEqualTo(new Query.Or(words));
        assertThat(query("{'match': {'event_name': {'query': 'SSH login', 'operator': 'AND'}}}"))
                .isEqualTo(new Query.And(words));
        assertThat(query("{'match': {'srcip': '10.0.0.1'}}")).isEqualTo(new Query.Text("srcip", "10.0.0.1"));
    }

    @Test
    void readsAPhrase() {
        Query phrase = new Query.Text("event_name", "SSH login");

        assertThat(query("{'match_phrase': {'event_name': 'SSH login'}}")).isEqualTo(phrase);
        assertThat(query("{'match_phrase': {'event_name': {'query': 'SSH login'}}}"))
                .isEqualTo(phrase);
    }

    @Test
    void readsARange() {
        assertThat(query("{'range': {'srcport': {'gt': 1, 'lte': '5'}}}"))
                .isEqualTo(new Query.Range("srcport", at("1", false), at("5", true)));
        assertThat(query("{'range': {'srcport': {'gte': 1, 'lt': null}}}"))
                .isEqualTo(new Query.Range("srcport", at("1", true), new Bound.Open()));
        assertThat(query("{'range': {'srcport': {}}}")).isEqualTo(new Query.Exists("srcport"));
        assertThat(query("{'range': {'timestamp': {'gte': 'now-1d', 'lt': 'now'}}}"))
                .isEqualTo(new Query.Range("timestamp", at("1795429815250", true), at("1795516215250", false)));
    }

    @Test
    void readsExistsPrefixAndWildcard() {
        assertThat(query("{'exists': {'field': 'username.keyword'}}")).isEqualTo(new Query.Exists("username"));
        assertThat(query("{'prefix': {'username': 'a*b'}}")).isEqualTo(new Query.Wildcard("username", "a\\*b*"));
        assertThat(query("{'wildcard': {'username': {'value': 'ro?t*'}}}"))
                .isEqualTo(new Query.Wildcard("username", "ro?t*"));
    }

    @Test
    void readsWhatPeopleType() {
        assertThat(query("{'query_string': {'query': 'username:root event_name:ssh'}}"))
                .isEqualTo(new Query.And(List.of(ROOT, SSH)));
    }

    @Test
    void readsTheLatestOfGroups() {
        assertThat(query("{'latest': {'by': ['tenantid', 'hostname.keyword'], 'newest': 'srcport', 'among': " + TERM
                        + "}}"))
                .isEqualTo(new Query.Latest(List.of("tenantid", "hostname"), List.of("srcport"), ROOT));
        assertThat(query("{'latest': {'by': 'srcip'}}"))
                .isEqualTo(new Query.Latest(List.of("srcip"), List.of("timestamp"), new Query.Everything()));
    }

    @Test
    void joinsClauses() {
        assertThat(query("{'bool': {'must': " + TERM + ", 'filter': [{'term': {'event_name': 'ssh'}}],"
                        + "'must_not': {'exists': {'field': 'x'}}}}"))
                .isEqualTo(new Query.And(List.of(ROOT, SSH, new Query.Not(new Query.Exists("x")))));
    }

    @Test
    void needsOneOfShouldUnlessSomethingElseIsRequired() {
        String should = "'should': [" + TERM + ", {'term': {'event_name': 'ssh'}}]";
        Query either = new Query.Or(List.of(ROOT, SSH));
        String filter = "'filter': {'exists': {'field': 'x'}}";
        Query exists = new Query.Exists("x");

        assertThat(query("{'bool': {" + should + "}}")).isEqualTo(either);
        assertThat(query("{'bool': {" + should + ", " + filter + "}}")).isEqualTo(exists);
        assertThat(query("{'bool': {" + should + ", " + filter + ", 'minimum_should_match': 1}}"))
                .isEqualTo(new Query.And(List.of(exists, either)));
        assertThat(query("{'bool': {" + should + ", 'minimum_should_match': '0'}}"))
                .isEqualTo(new Query.Everything());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    []                                           | query: this must be an object
                    {}                                           | query: this must be an object with one key, the name of a clause, and has 0
                    {'fuzzy': {}}                                | query.fuzzy: there is no such clause; there are bool, exists, latest, match, match_all, match_phrase, prefix, query_string, range, term, terms, wildcard
                    {'term': {'a': {'value': 1, 'boost': 2}}}    | query.term.a.boost: this is not supported; what can stand here: value
                    {'term': {'a': {}}}                          | query.term.a: the key value is missing
                    {'term': {'a': [1]}}                         | query.term.a: this must be a string, number or boolean
                    {'term': {'a': 1, 'b': 2}}                   | query.term: this must be an object with one key, the name of a field, and has 2
                    {'term': {'timestamp': 'noon'}}              | query.term.timestamp: 'noon' is not a time; write 2026-11-24, 2026-11-24T10:00:00Z, now-5h or epoch milliseconds
                    {'term': {'srcip': '10.0.0.0/99'}}           | query.term.srcip: '10.0.0.0/99' is not a network; write 10.0.0.0/8 or 2001:db8::/32
                    {'terms': {'a': 1}}                          | query.terms.a: this must be a list
                    {'terms': {'a': [1, {}]}}                    | query.terms.a[1]: this must be a string, number or boolean
                    {'match': {'a': {'query': 1, 'operator': 2}}} | query.match.a.operator: this must be a string
                    {'match': {'a': {'query': 1, 'operator': ''}}} | query.match.a.operator: the operator is and or or
                    {'match_all': {'boost': 1}}                  | query.match_all.boost: this is not supported here
                    {'range': {'srcport': {'from': 1}}}          | query.range.srcport.from: this is not supported; what can stand here: gt, gte, lt, lte
                    {'range': {'srcport': {'gt': 1, 'gte': 1}}}  | query.range.srcport: either gt or gte can be given
                    {'range': {'srcport': {'gt': 'x'}}}          | query.range.srcport.gt: 'x' is not a number, as the values of srcport are
                    {'latest': {}}                               | query.latest: the key by is missing
                    {'latest': {'by': 'srcip', 'size': 1}}       | query.latest.size: this is not supported; what can stand here: among, by, newest
                    {'latest': {'by': 'x'}}                      | query: cannot group by x: it is not a listed field
                    {'latest': {'by': 'srcip', 'newest': 'srcip'}} | query: the newest needs a field of times or whole numbers, and srcip is none
                    {'latest': {'by': 'srcip', 'among': {'latest': {'by': 'srcip'}}}} | query: a search can ask for the latest of groups once
                    {'exists': {}}                               | query.exists: the key field is missing
                    {'query_string': {'query': 'a AND'}}         | query.query_string.query: column 3: nothing follows this operator; as a word to look for it is written in quotes
                    {'query_string': {'query': 1}}               | query.query_string.query: this must be a string
                    {'bool': {'must': [{'x': 1}]}}               | query.bool.must[0].x: there is no such clause; there are bool, exists, latest, match, match_all, match_phrase, prefix, query_string, range, term, terms, wildcard
                    {'bool': {'minimum_should_match': 2}}        | query.bool.minimum_should_match: this must be a whole number from 0 to 1
                    {'bool': {'boost': 2}}                       | query.bool.boost: this is not supported; what can stand here: filter, minimum_should_match, must, must_not, should
                    """)
    void saysWhereAndWhatIsWrong(String clause, String message) {
        assertThatThrownBy(() -> query(clause))
                .isInstanceOf(BadSearchException.class)
                .hasMessage(message);
    }

    @Test
    void takesSoManyClausesAndNoMore() {
        assertThat(query("{'terms': {'a': [" + numbers(1_024) + "]}}")).isInstanceOf(Query.Or.class);
        assertThatThrownBy(() -> query("{'terms': {'a': [" + numbers(1_025) + "]}}"))
                .hasMessage("query.terms.a: a search has at most 1,024 clauses");
        assertThatThrownBy(() -> query("{'bool': {'must': [{'terms': {'a': [" + numbers(600)
                        + "]}}, {'query_string': {'query': '" + numbers(600).replace(',', ' ') + "'}}]}}"))
                .hasMessage("query.bool.must[1].query_string.query: a search has at most 1,024 clauses");
    }

    private static String numbers(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).collect(Collectors.joining(","));
    }

    private static Bound at(String value, boolean inclusive) {
        return new Bound.At(value, inclusive);
    }
}
