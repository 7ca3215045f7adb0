// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WantedFileTest {

    private static final String CONNECTOR = """
            connectors:
              - tenant_name: Acme
                name: hq
                category: honeypot
                type: thinkst_canary
                conf: {host: a.canary.tools, auth_token: {env: HQ}, content_type: [incidents]}
            """;

    @TempDir
    Path folder;

    private final List<Problem> problems = new ArrayList<>();

    @Test
    void readsEveryKeyThereIs() throws IOException {
        Wanted wanted = yaml("""
                tenants:
                  - {cust_name: Acme, info: a customer}
                log_filters:
                  - {name: ours, cust_id: all, conditions: [{field: srcip, operator: in, value: [10.0.0.1, 10.0.0.2]}]}
                  - {name: theirs, tenant_name: Acme, conditions: [{field: srcip, operator: exists}]}
                connectors:
                  - tenant_name: Acme
                    name: hq
                    category: honeypot
                    type: thinkst_canary
                    run_on: dp
                    is_collect: true
                    is_respond: false
                    advanced_setting: false
                    active: false
                    filter_list: [ours, theirs]
                    profiles: [Default]
                    conf: {host: A.canary.tools, auth_token: {file: t}, interval: 5, content_type: [devices], start: all}
                """);

        assertThat(problems).isEmpty();
        assertThat(wanted.tenants()).hasSize(1);
        assertThat(wanted.filters()).hasSize(2);
        Wanted.Connector connector = wanted.connectors().getFirst();
        assertThat(connector.name()).hasToString("Acme/hq");
        assertThat(connector.settings().conf())
                .hasToString("{content_type=[\"devices\"], host=\"a.canary.tools\", interval=5, start=\"all\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            name: hq           | name: hq\\n    colour: red   | connectors 'Acme/hq': colour: is not known here
            name: hq           | label: hq                   | connectors entry 1: name: is required
            name: hq           | name: 7                     | connectors entry 1: name: must be a text: put it in quotes
            name: hq           | name: ""                    | connectors 'Acme/': name: is required
            name: hq           | name:                       | connectors entry 1: name: has no value: give it one, or leave it out
            category: honeypot | run_on: dp                  | connectors 'Acme/hq': category: is required
            type: thinkst_canary | type: [a]                 | connectors 'Acme/hq': type: must be a text: put it in quotes
            name: hq           | name: hq\\n    active: 1     | connectors 'Acme/hq': active: must be true or false
            name: hq           | name: hq\\n    cust_id: a    | connectors 'Acme/hq': cust_id: is not known here
            name: hq           | name: hq\\n    filter_list: a | connectors 'Acme/hq': filter_list: must be a list of texts
            name: hq           | name: hq\\n    filter_list: [a, a] | connectors 'Acme/hq': filter_list: names something twice
            conf: {            | conf: {interval: soon,      | connectors 'Acme/hq': conf.interval: must be a whole number
            conf: {            | conf: {intervall: 5,        | connectors 'Acme/hq': conf.intervall: is not known here
            conf: {            | conf: {start: yesterday,    | connectors 'Acme/hq': conf.start: must be all, or a time in epoch milliseconds
            host: a.canary.tools, | interval: 5,             | connectors 'Acme/hq': conf.host: is required
            , content_type: [incidents] | , interval: 5      | connectors 'Acme/hq': conf.content_type: is required
            [incidents]        | incidents                   | connectors 'Acme/hq': conf.content_type: must be a list of texts
            auth_token: {env: HQ}, | interval: 5,            | connectors 'Acme/hq': conf.auth_token: is required
            connectors:        | connector:                  | connector: is not known here
            """)
    void namesFileEntryAndField(String right, String wrong, String told) throws IOException {
        yaml(CONNECTOR.replace(right, wrong.replace("\\n", "\n")));

        assertThat(lines()).contains("connectors.yml: " + told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {name: a, conditions: [{field: a, operator: is, value: 1}]} | 'a': cust_id: is needed: write 'cust_id: all', or in its place tenant_name with one tenant's name
            {name: a, cust_id: x7, conditions: []}                      | 'a': cust_id: is needed: write 'cust_id: all', or in its place tenant_name with one tenant's name
            {name: a, cust_id: all}                                     | 'a': conditions: is required
            {name: a, cust_id: all, conditions: [5]}                    | 'a': conditions: must be a list of mappings
            {name: a, cust_id: all, conditions: [{operator: exists}]}   | 'a': conditions[0].field: is required
            {name: a, cust_id: all, conditions: [{field: a, operator: is, value: {}}]} | 'a': conditions[0].value: must be a text, a number, true or false, or a list of these
            {name: a, cust_id: all, conditions: [{field: a, operator: is, valu: 1}]} | 'a': conditions[0].valu: is not known here
            """)
    void namesWhatIsWrongWithAFilter(String filter, String told) throws IOException {
        yaml("log_filters:\n  - " + filter + "\n");

        assertThat(lines()).containsExactly("connectors.yml: log_filters " + told);
    }

    @Test
    void namesAllThatIsWrongAtOnce() throws IOException {
        yaml("""
                tenants: [{cust_name: Acme}, {cust_name: Acme}, {cust_nam: Beta}]
                log_filters: none
                connectors:
                  - {tenant_name: Acme, name: hq, category: honeypot, type: thinkst_canary}
                """);

        assertThat(lines())
                .containsExactlyInAnyOrder(
                        "connectors.yml: tenants 'Acme': cust_name: is there twice: a name has one entry",
                        "connectors.yml: tenants entry 3: cust_name: is required",
                        "connectors.yml: tenants entry 3: cust_nam: is not known here",
                        "connectors.yml: log_filters: must be a list of mappings",
                        "connectors.yml: connectors 'Acme/hq': conf: is required");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            0123456789abcdef       | must not be in the file itself: write {env: NAME}
            [0123456789abcdef]     | must not be in the file itself: write {env: NAME}
            {env: HQ, file: hq}    | write {env: NAME}
            {token: 0123456789abcdef} | write {env: NAME}
            """)
    void refusesASecretAndNeverShowsIt(String token, String told) throws IOException {
        yaml(CONNECTOR.replace("{env: HQ}", token));

        assertThat(lines()).hasSize(1);
        assertThat(lines().getFirst())
                .startsWith("connectors.yml: connectors 'Acme/hq': conf.auth_token: " + told)
                .doesNotContain("0123456789abcdef");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            connectors: [1          | connectors.yml: is not YAML in line 2, column 1: expected ',' or ']', but got <stream end>
            a: 1\\na: 2              | connectors.yml: is not YAML in line 2, column 1: found duplicate key a
            a: !!int x              | connectors.yml: cannot be read as YAML: a value is not what its tag says
            text                    | connectors.yml: has none of the sections tenants, log_filters and connectors
            ---\\n---\\n             | connectors.yml: is not YAML in line 2, column 1: but found another document
            """)
    void saysWhereAFileIsNoYaml(String text, String told) throws IOException {
        yaml(text.replace("\\n", "\n") + "\n");

        assertThat(lines()).containsExactly(told);
    }

    @Test
    void refusesAliasesThatUnfoldWithoutEnd() throws IOException {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            String list = ("*a" + (i - 1) + ", ").repeat(40);
            bomb.append("a")
                    .append(i)
                    .append(": &a")
                    .append(i)
                    .append(" [")
                    .append(list)
                    .append("]\n");
        }

        yaml(bomb.toString());

        assertThat(lines()).hasSize(1);
        assertThat(lines().getFirst()).contains("aliases").hasSizeLessThan(300);
    }

    @Test
    void survivesWhatIsNestedWithoutEnd() throws IOException {
        yaml("[".repeat(100_000));

        assertThat(lines()).containsExactly("connectors.yml: is nested deeper than any entry is");
    }

    @Test
    void tellsNamesApartWhateverIsInThem() throws IOException {
        yaml(CONNECTOR.replace("Acme", "a/b").replace("hq", "c")
                + CONNECTOR.replace("connectors:\n", "").replace("Acme", "a").replace("hq", "b/c"));

        assertThat(lines()).isEmpty();
    }

    @Test
    void readsARowAsAnEntry() throws IOException {
        Wanted wanted = csv("""
                \uFEFFtenant_name,name,category,type,host,token_env,token_file,interval,content_type,active,filter_list
                Acme,hq,honeypot,thinkst_canary,a.canary.tools,HQ,,10,incidents; devices,FALSE,
                "Acme, Inc.",lab,honeypot,thinkst_canary,b.canary.tools,,lab,,incidents,,a;b

                Acme,old,honeypot,thinkst_canary,c.canary.tools,OLD,,,incidents,,
                """);

        assertThat(lines()).isEmpty();
        assertThat(wanted.tenants()).extracting(Wanted.Tenant::name).containsExactly("Acme", "Acme, Inc.");
        assertThat(wanted.connectors())
                .extracting(Wanted.Connector::name)
                .hasToString("[Acme/hq, Acme, Inc./lab, Acme/old]");
        Wanted.Settings settings = wanted.connectors().getFirst().settings();
        assertThat(settings.conf())
                .hasToString("{content_type=[\"incidents\",\"devices\"], host=\"a.canary.tools\", interval=10}");
        assertThat(settings.active()).contains(false);
        assertThat(settings.filters()).isEmpty();
        assertThat(wanted.connectors().get(1).settings().filters()).contains(List.of("a", "b"));
    }

    @Test
    void namesRowAndColumn() throws IOException {
        csv("""
                tenant_name,name,category,type,host,token_env,token_file,interval,content_type,active
                Acme,hq,honeypot,thinkst_canary,a.canary.tools,,,soon,incidents,maybe
                Acme,hq,honeypot,thinkst_canary,a.canary.tools,A,a,5,incidents,true
                ,,honeypot,thinkst_canary,a.canary.tools,A,,5,incidents,true
                Acme,short,honeypot,thinkst_canary,a.canary.tools,A
                """);

        String token =
                "token_env: is needed, or token_file in its place: a variable of the environment that holds the secret, or a file";
        assertThat(lines())
                .containsExactlyInAnyOrder(
                        "connectors.csv: row 2 'Acme/hq': " + token,
                        "connectors.csv: row 2 'Acme/hq': interval: must be a whole number",
                        "connectors.csv: row 2 'Acme/hq': active: must be true or false",
                        "connectors.csv: row 3 'Acme/hq': " + token,
                        "connectors.csv: row 3 'Acme/hq': name: is there twice: a name has one entry",
                        "connectors.csv: row 4: tenant_name: is required",
                        "connectors.csv: row 4: name: is required",
                        "connectors.csv: row 5 'Acme/short': has 6 cells, but there are 10 columns",
                        "connectors.csv: row 5 'Acme/short': content_type: is required");
    }

    @Test
    void namesWhatIsWrongWithTheColumns() throws IOException {
        csv("name,name,category,type,host,auth_token,colour\nhq,hq,honeypot,thinkst_canary,a,0123456789abcdef,red\n");

        assertThat(lines()).hasSize(5);
        assertThat(lines())
                .contains(
                        "connectors.csv: row 1: name: is there twice",
                        "connectors.csv: row 1: auth_token: is no column: a secret must not be in the file; name a"
                                + " variable of the environment in token_env, or a file in token_file",
                        "connectors.csv: row 1: tenant_name: is required as a column")
                .noneMatch(line -> line.contains("0123456789abcdef"))
                .anyMatch(
                        line -> line.startsWith("connectors.csv: row 1: colour: is no column; there are tenant_name"));
    }

    @Test
    void showsNoSecretOfAFileWithoutColumns() throws IOException {
        csv("Acme,hq,honeypot,thinkst_canary,a.canary.tools,0123456789abcdef0123456789abcdef\n");

        assertThat(lines())
                .anyMatch(line -> line.startsWith("connectors.csv: row 1: column 6: is no column"))
                .noneMatch(line -> line.contains("0123456789abcdef"));
    }

    @Test
    void saysWhereAFileIsNoCsv() throws IOException {
        csv("tenant_name,name\nAcme,\"hq\n");

        assertThat(lines()).anyMatch(line -> line.startsWith("connectors.csv: row 2: is not CSV: "));
    }

    @Test
    void saysThatAFileCannotBeRead() {
        new WantedFile(folder.resolve("none.yml"), problems).read();

        assertThat(lines()).hasSize(1);
        assertThat(lines().getFirst()).contains("none.yml: cannot be read");
    }

    private Wanted yaml(String text) throws IOException {
        return new WantedFile(Files.writeString(folder.resolve("connectors.yml"), text), problems).read();
    }

    private Wanted csv(String text) throws IOException {
        return new WantedFile(Files.writeString(folder.resolve("connectors.csv"), text), problems).read();
    }

    private List<String> lines() {
        return problems.stream().map(Problem::line).toList();
    }
}
