// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.engine.StreamKey;
import dev.birdsong.spi.connector.Quarantined;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.spi.record.Document;
import dev.birdsong.state.State;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.MethodParameter;
import org.springframework.core.StandardReflectionParameterNameDiscoverer;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

class OpenApiTest {

    private static final String FORGET_NODE = "DELETE /connect/api/v1/data_analyzers/{name}";
    private static final String SIGN_IN = "POST /connect/api/v1/access_token";

    @TempDir
    static Path folder;

    private static Served served;
    private static Shape shape;
    private static List<Operation> operations;

    @BeforeAll
    static void start() {
        served = Served.in(folder);
        shape = new Shape(
                Api.anonymous(served.server().address()).get("/openapi.json").json());
        operations = Operation.all(shape).toList();
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void describesWhatTheServerAnswersAndNothingElse() {
        assertThat(operations.stream().map(Operation::name))
                .containsExactlyInAnyOrderElementsOf(endpoints().keySet());
    }

    @Test
    void describesEveryQueryParameter() {
        Map<String, HandlerMethod> endpoints = endpoints();
        assertThat(operations)
                .filteredOn(operation -> !operation.path().endsWith("_search"))
                .allSatisfy(operation -> assertThat(operation.parameters())
                        .as(operation.name())
                        .isEqualTo(parameters(requireNonNull(endpoints.get(operation.name())))));
    }

    @Test
    void hasAnExampleOfEverythingThatFitsItsSchema() {
        assertThat(operations.stream()
                        .flatMap(Operation::examples)
                        .flatMap(example -> shape.problems(example.schema(), example.value(), example.of())))
                .isEmpty();
    }

    @Test
    void namesOnlyWhatThereIs() {
        assertThat(shape.document().findValuesAsString("$ref"))
                .allSatisfy(name -> assertThat(
                                shape.document().at(name.substring(1)).isMissingNode())
                        .as(name)
                        .isFalse());
    }

    @Test
    void takesItsExamplesAndAnswersAsDescribed() {
        var walk = new Walk(new TreeMap<>(Map.of("/connect/api/v1/data_analyzers", "test")), new TreeSet<>());
        walk.made().putAll(collected());

        walk.all(Operation::creates);
        keepSomethingUnreadable(requireNonNull(walk.made().get("/connect/api/v1/connectors")));
        walk.all(operation -> operation.method().equals("POST") && !operation.creates());
        walk.all(operation -> operation.method().equals("GET"));
        walk.all(operation -> operation.method().equals("PUT"));
        walk.all(operation -> operation.method().equals("DELETE"));

        assertThat(walk.problems()).isEmpty();
    }

    private static void keepSomethingUnreadable(String connector) {
        State state = served.server().parts().state();
        String source = state.connectors()
                .find(connector, new TenantScope.All())
                .orElseThrow()
                .connector()
                .sourceKey();
        state.quarantine()
                .keep(new StreamKey(source, "incidents"), new Quarantined("kept", "not JSON", Document.of("<html>")));
    }

    /// What is not made by the API, but out of records.
    private static Map<String, String> collected() {
        Api api = served.admin();
        String tenant = api.post("/connect/api/v1/tenants", Map.of("cust_name", "Collected"))
                .text("/cust_id");
        String connector = api.post("/connect/api/v1/connectors", Api.connector(tenant, "birds", served.consoleHost()))
                .text("/_id");
        api.post("/connect/api/v1/connectors/" + connector + "/collect?wait=true", "");
        Map<String, String> collected = new TreeMap<>();
        for (String list : List.of("/connect/api/v1/incidents", "/connect/api/v1/birds")) {
            collected.put(list, api.get(list).text("/data/0/_id"));
        }
        return collected;
    }

    /// A walk over all operations of a running server.
    ///
    /// @param made the id of what was made, by the path of its list
    private record Walk(Map<String, String> made, Set<String> problems) {

        void all(Predicate<Operation> wanted) {
            operations.stream().filter(wanted).forEach(this::one);
        }

        private void one(Operation operation) {
            Api.Answer answer =
                    served.admin().send(operation.method(), path(operation), body(operation), authorization(operation));
            boolean well = answer.status() < 300 || operation.name().equals(FORGET_NODE);
            if (!well || !operation.described().path("responses").has(Integer.toString(answer.status()))) {
                problems.add(operation.name() + " answers " + answer.status() + " " + answer.text());
                return;
            }
            operation
                    .answer(answer.status())
                    .ifPresent(schema -> shape.problems(schema, answer.json(), operation.name())
                            .forEach(problems::add));
            if (operation.creates()) {
                JsonNode created = answer.json();
                made.put(
                        operation.path(),
                        created.path("_id").asString(created.path("cust_id").asString("")));
            }
        }

        private String path(Operation operation) {
            String list = operation.path().replaceAll("/\\{(id|name)}.*", "");
            return operation
                            .path()
                            .replaceAll("\\{(id|name)}", made.getOrDefault(list, "none"))
                            .replace("{entry}", "kept")
                            .replace("{index}", "syslog")
                    + (operation.path().endsWith("/collect") ? "?wait=true" : "");
        }

        private static String body(Operation operation) {
            return operation
                    .body()
                    .map(JsonNode::toString)
                    .orElse("")
                    .replace("1234abcd.canary.tools", served.consoleHost());
        }

        private static String authorization(Operation operation) {
            boolean byKey = operation.name().equals(SIGN_IN) || operation.path().equals("/metrics");
            return "Bearer " + (byKey ? Served.API_KEY : served.admin().token());
        }
    }

    private static Map<String, HandlerMethod> endpoints() {
        Map<String, HandlerMethod> endpoints = new HashMap<>();
        served.server()
                .web()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, method) -> names(mapping)
                        .filter(name -> name.matches("[A-Z]+ /(connect/api|health|metrics).*"))
                        .forEach(name -> endpoints.put(name, method)));
        return endpoints;
    }

    private static Stream<String> names(RequestMappingInfo mapping) {
        return mapping.getPatternValues().stream()
                .flatMap(path ->
                        mapping.getMethodsCondition().getMethods().stream().map(method -> method + " " + path));
    }

    private static Set<String> parameters(HandlerMethod method) {
        var names = new StandardReflectionParameterNameDiscoverer();
        return Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .map(parameter -> name(parameter, names))
                .collect(Collectors.toSet());
    }

    private static String name(MethodParameter parameter, StandardReflectionParameterNameDiscoverer names) {
        parameter.initParameterNameDiscovery(names);
        String given = requireNonNull(parameter.getParameterAnnotation(RequestParam.class))
                .name();
        return given.isEmpty() ? String.valueOf(parameter.getParameterName()) : given;
    }
}
