// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/// What is wrong with a body is told, with the key at fault.
class BadInputTest {

    private static final String V1 = "/connect/api/v1/";

    @TempDir
    static Path folder;

    private static Served served;
    private static Api api;
    private static String connector;

    @BeforeAll
    static void start() {
        served = Served.in(folder, Map.of("BIRDSONG_ALLOWED_CONSOLES", "*.canary.tools"));
        api = served.admin();
        connector = create("a connector", "active", "false").text("/_id");
        api.post(V1 + "tenants", Map.of("cust_name", "Taken"));
        api.post(V1 + "data_analyzer_profiles", Map.of("name", "Taken"));
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            name                  | \"Wächter\"                            | name
            name                  | \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\" | name
            name                  | \" \"                                  | name
            name                  | 7                                    | name
            name                  | -                                    | name
            category              | -                                    | category
            category              | \"firewall\"                           | category
            type                  | -                                    | type
            type                  | \"no_such_type\"                       | type
            cust_id               | -                                    | cust_id
            cust_id               | \"nobody\"                             | cust_id
            is_collect            | false                                | is_collect
            is_collect            | \"yes\"                                | is_collect
            is_respond            | true                                 | is_respond
            run_on                | \"ds\"                                 | run_on
            active                | 1                                    | active
            advanced_setting      | true                                 | advanced_setting
            filter_list           | [\"nothing\"]                          | filter_list
            filter_list           | \"nothing\"                            | filter_list
            profiles              | [\"no such profile\"]                  | profiles
            conf                  | -                                    | conf
            conf                  | \"text\"                               | conf
            colour                | \"red\"                                | colour
            conf/colour           | \"red\"                                | conf.colour
            conf/host             | -                                    | conf.host
            conf/host             | \"\"                                   | conf.host
            conf/host             | \"https://a.canary.tools\"             | conf.host
            conf/host             | \"http://a.canary.tools\"              | conf.host
            conf/host             | \"a.canary.tools:443\"                 | conf.host
            conf/host             | \"a.canary.tools/nest\"                | conf.host
            conf/host             | \"a.canary.tools.\"                    | conf.host
            conf/host             | \"a b.canary.tools\"                   | conf.host
            conf/host             | \"-a.canary.tools\"                    | conf.host
            conf/host             | \"a.example.com\"                      | conf.host
            conf/host             | \"127.0.0.1\"                          | conf.host
            conf/host             | 7.5                                  | conf.host
            conf/auth_token       | -                                    | conf.auth_token
            conf/auth_token       | \"two words\"                          | conf.auth_token
            conf/interval         | 0                                    | conf.interval
            conf/interval         | 1441                                 | conf.interval
            conf/interval         | 1.5                                  | conf.interval
            conf/interval         | \"x\"                                  | conf.interval
            conf/interval         | -5                                   | conf.interval
            conf/interval         | [5]                                  | conf.interval
            conf/interval         | true                                 | conf.interval
            conf/content_type     | -                                    | conf.content_type
            conf/content_type     | []                                   | conf.content_type
            conf/content_type     | [\"logs\"]                             | conf.content_type
            conf/content_type     | [7.5]                                | conf.content_type
            conf/content_type     | [{\"label\": \"Incidents\"}]             | conf.content_type
            conf/start            | \"yesterday\"                          | conf.start
            conf/start            | -1                                   | conf.start
            """)
    void namesWhatIsWrongWithANewConnector(String pointer, String value, String field) {
        ObjectNode body = body("another");
        set(body, pointer, value);

        refused(api.post(V1 + "connectors", body), 400, field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {\"name\": \"renamed\"}                                 | name
            {\"category\": \"firewall\"}                            | category
            {\"type\": \"other\"}                                   | type
            {\"cust_id\": \"other\"}                                | cust_id
            {\"tenantid\": \"other\"}                               | tenantid
            {\"run_on\": \"ds\"}                                    | run_on
            {\"is_collect\": false}                               | is_collect
            {\"is_respond\": true}                                | is_respond
            {\"advanced_setting\": true}                          | advanced_setting
            {\"conf\": {\"host\": \"other.canary.tools\"}}            | conf.auth_token
            {\"conf\": {\"host\": \"other.canary.tools\", \"auth_token\": \"\"}} | conf.auth_token
            {\"conf\": {\"host\": \"\"}}                              | conf.host
            {\"conf\": {\"interval\": 0}}                           | conf.interval
            {\"conf\": {\"content_type\": []}}                      | conf.content_type
            {\"conf\": {\"colour\": \"red\"}}                         | conf.colour
            {\"colour\": \"red\"}                                   | colour
            {\"active\": \"no\"}                                    | active
            {\"filter_list\": [\"nothing\"]}                        | filter_list
            {\"version\": \"x\"}                                    | version
            """)
    void namesWhatIsWrongWithAnEdit(String body, String field) {
        refused(api.put(V1 + "connectors/" + connector, body), 400, field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            POST | tenants                | {}                                                          | 400 | cust_name
            POST | tenants                | {\"cust_name\": \"Straße\"}                                     | 400 | cust_name
            POST | tenants                | {\"cust_name\": \"Taken\"}                                      | 409 | cust_name
            POST | tenants                | {\"cust_name\": \"New\", \"x\": 1}                                | 400 | x
            PUT  | tenants/default        | {\"cust_name\": \"\"}                                           | 400 | cust_name
            POST | data_analyzer_profiles | {\"name\": \"Taken\"}                                           | 409 | name
            POST | data_analyzer_profiles | {\"name\": \"New\", \"connectors\": \"some\"}                     | 400 | connectors
            POST | data_analyzer_profiles | {\"name\": \"New\", \"connectors\": [\"nothing\"]}                | 400 | connectors
            POST | data_analyzer_profiles | {\"connectors\": \"all\"}                                       | 400 | name
            POST | users                  | {}                                                          | 400 | email
            POST | users                  | {\"email\": \"nobody\"}                                         | 400 | email
            POST | users                  | {\"email\": \"a@example.com\", \"role\": \"King\"}                | 400 | role
            POST | users                  | {\"email\": \"a@example.com\", \"role\": \"User\"}                | 400 | scope
            POST | users                  | {\"email\": \"a@example.com\", \"scope\": \"all\"}                | 400 | scope
            POST | users                  | {\"email\": \"a@example.com\", \"scope\": []}                   | 400 | scope
            POST | users                  | {\"email\": \"a@example.com\", \"scope\": \"root\"}               | 400 | password
            POST | users                  | {\"email\": \"a@example.com\", \"scope\": \"root\", \"password\": \"short\"} | 400 | password
            POST | users                  | {\"email\": \"a@example.com\", \"scope\": \"root\", \"password\": \"long enough to be one\", \"x\": 1} | 400 | x
            POST | users                  | {\"email\": \"a@example.com\", \"scope\": [\"nobody\"], \"password\": \"long enough to be one\"} | 400 | scope
            POST | users                  | {\"email\": \"admin@example.com\", \"scope\": \"root\", \"password\": \"long enough to be one\"} | 409 | email
            POST | api_keys               | {}                                                          | 400 | name
            POST | api_keys               | {\"name\": \"k\", \"user_id\": \"nobody\"}                        | 400 | user_id
            POST | api_keys               | {\"name\": \"k\", \"role\": \"King\"}                             | 400 | role
            POST | api_keys               | {\"name\": \"k\", \"scope\": [\"nobody\"]}                        | 400 | scope
            POST | api_keys               | {\"name\": \"k\", \"expires_at\": \"soon\"}                       | 400 | expires_at
            POST | api_keys               | {\"name\": \"k\", \"expires_at\": 9223372036854775807}          | 400 | expires_at
            POST | api_keys               | {\"name\": \"k\", \"x\": 1}                                       | 400 | x
            POST | log_filters            | {\"cust_id\": \"all\", \"conditions\": []}                        | 400 | name
            POST | saved_queries          | {} | 400 | name
            POST | saved_queries          | {\"name\": \"q\", \"query\": \"a:(\"} | 400 | query
            POST | saved_queries          | {\"name\": \"q\", \"range\": \"yesterday\"} | 400 | range
            POST | saved_queries          | {\"name\": \"q\", \"index\": \"logs\"} | 400 | index
            POST | saved_queries          | {\"name\": \"q\", \"sort\": \"colour:desc\"} | 400 | sort
            POST | saved_queries          | {\"name\": \"q\", \"cust_id\": \"nobody\"} | 400 | cust_id
            POST | saved_queries          | {\"name\": \"q\", \"range\": \"custom\", \"from\": \"some day\"} | 400 | from
            POST | saved_queries          | {\"name\": \"q\", \"columns\": [\"a,b\"]} | 400 | columns
            POST | saved_queries          | {\"name\": \"q\", \"x\": 1} | 400 | x
            """)
    void namesWhatIsWrongAroundConnectors(String method, String path, String body, int status, String field) {
        refused(api.send(method, V1 + path, body, "Bearer " + api.token()), status, field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            connectors?size=0                                  | size
            connectors?size=1001                               | size
            connectors?page=-1                                 | page
            connectors?page=x                                  | page
            connectors?sort=colour                             | sort
            connectors?active=maybe                            | active
            user_activities?start_time=x                       | start_time
            user_activities?start_time=5&end_time=3            | start_time
            user_activities?end_time=-3                        | end_time
            ingestion-stats/connector?end_time=99999999999999999 | end_time
            incidents?state=closed                             | state
            incidents?size=501                                 | size
            incidents?after=x                                  | after
            attackers?by=shoes                                 | by
            attackers?size=0                                   | size
            attackers/profile?year=0                           | year
            birds?which=blue                                   | which
            """)
    void namesWhatIsWrongWithAParameter(String path, String field) {
        refused(api.get(V1 + path), 400, field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {\"content_type\": \"incidents\"}                | to
            {\"to\": \"start\"}                              | content_type
            {\"content_type\": \"logs\", \"to\": \"start\"}    | content_type
            {\"content_type\": \"incidents\", \"to\": \"x\"}   | to
            {\"content_type\": \"incidents\", \"to\": -1}    | to
            {\"content_type\": \"incidents\", \"to\": 1.5}   | to
            {\"content_type\": \"incidents\", \"to\": true}  | to
            {\"content_type\": \"incidents\", \"to\": 0, \"x\": 1} | x
            """)
    void namesWhatIsWrongWithARewind(String body, String field) {
        refused(api.post(V1 + "connectors/" + connector + "/rewind", body), 400, field);
    }

    @Test
    void takesANameOnlyOnceInATenant() {
        refused(create("a connector", "active", "false"), 409, "name");
    }

    @Test
    void collectsAContentTypeOfAConsoleByOneActiveConnectorOfATenant() {
        String first = create("first", "active", "true").text("/_id");

        refused(create("second", "active", "true"), 409, "conf.host");
        assertThat(create("third", "active", "false").status()).isEqualTo(201);
        api.delete(V1 + "connectors/" + first);
    }

    @Test
    void refusesAnEditOfWhatSomebodyElseEditedMeanwhile() {
        api.put(V1 + "connectors/" + connector, Map.of("conf", Map.of("interval", 9)));

        refused(api.put(V1 + "connectors/" + connector, Map.of("version", 0)), 409, "");
    }

    @Test
    void knowsNothingThatIsNotThere() {
        for (String path :
                new String[] {"connectors/x", "tenants/x", "log_filters/x", "users/x", "api_keys/x", "nothing"}) {
            assertThat(api.get(V1 + path).status()).as(path).isEqualTo(404);
            assertThat(api.get(V1 + path).text("/error/code")).as(path).isEqualTo("not-found");
        }
        assertThat(api.send("DELETE", V1 + "version", "", "Bearer " + api.token())
                        .status())
                .isEqualTo(405);
    }

    @Test
    void doesNotDeleteWhatIsInUseOrStays() {
        String tenant = api.post(V1 + "tenants", Map.of("cust_name", "Full")).text("/cust_id");
        create("within", "cust_id", "\"" + tenant + "\"");

        refused(api.delete(V1 + "tenants/" + tenant), 409, "confirm");
        assertThat(api.delete(V1 + "tenants/" + tenant + "?confirm=true").status())
                .isEqualTo(204);
        assertThat(api.get(V1 + "tenants/" + tenant).status()).isEqualTo(404);
    }

    private static Api.Answer create(String name, String pointer, String value) {
        ObjectNode body = body(name);
        set(body, pointer, value);
        return api.post(V1 + "connectors", body);
    }

    private static ObjectNode body(String name) {
        ObjectNode body = Api.JSON.valueToTree(Api.connector("default", name, served.consoleHost()));
        return body.put("active", false);
    }

    /// Sets a key, or takes it out where there is only a dash.
    private static void set(ObjectNode body, String pointer, String value) {
        String[] keys = pointer.split("/", -1);
        ObjectNode object = keys.length == 1 ? body : (ObjectNode) body.path(keys[0]);
        String key = keys[keys.length - 1];
        if (value.equals("-")) {
            object.remove(key);
        } else {
            object.set(key, Api.JSON.readTree(value));
        }
    }

    private static void refused(Api.Answer answer, int status, String field) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.text("/error/field")).as(answer.text()).isEqualTo(field);
        assertThat(answer.text("/error/message")).isNotBlank().doesNotContain("\n");
        assertThat(answer.text("/error/code")).matches("[a-z]+(-[a-z]+)*");
    }
}
