// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.spi.catalogue.Exemptions;
import dev.birdsong.spi.catalogue.FormField;
import dev.birdsong.spi.catalogue.Input.Choice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {

    private final List<FormField> form =
            new ThinkstCanary(Path.of(".")).description().form();

    private Optional<String> problem(String field, String... values) {
        return field(field).problem(List.of(values), Exemptions.NONE);
    }

    private FormField field(String name) {
        return form.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void hasTheFieldsOfTheScreenInItsOrder() {
        assertThat(form.stream().map(FormField::label))
                .containsExactly("Hostname", "Auth Token", "Interval (min)", "Content Type", "Collect From");
        assertThat(form.stream().map(field -> field.input().type()))
                .containsExactly("text", "password", "number", "list", "text");
        assertThat(field("content_type").choices())
                .containsExactly(
                        new Choice("Incidents", "incidents"),
                        new Choice("Audit Trail Logs", "audit_trail"),
                        new Choice("Devices", "devices"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234abcd.canary.tools", "localhost", "a-b.example", "127.0.0.1"})
    void takesTheNameOfAHost(String host) {
        assertThat(problem("host", host)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://1234abcd.canary.tools,Hostname cannot include https; enter the name alone",
        "HTTPS://x,Hostname cannot include https; enter the name alone",
        "ftp://x,Hostname cannot include a scheme; enter the name alone",
        "x.example/api,Hostname cannot include a path; enter the name alone",
        "x.example:443,Hostname cannot include a port; enter the name alone",
        "'a b','Hostname must be a host name of letters, digits, hyphens and dots'",
        "-a.example,'Hostname must be a host name of letters, digits, hyphens and dots'",
        "user@x,'Hostname must be a host name of letters, digits, hyphens and dots'",
        "x..example,'Hostname must be a host name of letters, digits, hyphens and dots'"
    })
    void saysWhatIsWrongWithAHost(String host, String problem) {
        assertThat(problem("host", host)).hasValue(problem);
    }

    @Test
    void takesAPortOnlyWhereTheOperatorAllowsIt() {
        Exemptions listed = "127.0.0.1:18080"::equals;

        assertThat(field("host").problem(List.of("127.0.0.1:18080"), listed)).isEmpty();
        assertThat(field("host").problem(List.of("127.0.0.1:18081"), listed)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1441", "-5", "1.5", "five", "99999999999999999999"})
    void takesWholeMinutesOfADay(String interval) {
        assertThat(problem("interval", interval)).hasValue("Interval (min) must be a whole number from 1 to 1440");
        assertThat(problem("interval", "1")).isEmpty();
        assertThat(problem("interval", "1440")).isEmpty();
    }

    @Test
    void takesOneOrMoreContentTypes() {
        assertThat(problem("content_type")).hasValue("Content Type is required");
        assertThat(problem("content_type", "incidents", "devices")).isEmpty();
        assertThat(problem("content_type", "incidents", "birds"))
                .hasValue("Content Type must be of [incidents, audit_trail, devices], not 'birds'");
    }

    @Test
    void takesOneHost() {
        assertThat(problem("host", "a.example", "b.example")).hasValue("Hostname takes one value");
    }

    @Test
    void beginsAnywhere() {
        assertThat(problem("start")).isEmpty();
        assertThat(problem("start", "all")).isEmpty();
        assertThat(problem("start", "1763000000000")).isEmpty();
        assertThat(problem("start", "yesterday"))
                .hasValue("Collect From must be 'all' or a time in epoch milliseconds");
    }
}
