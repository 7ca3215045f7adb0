// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/// Requests to everything that the server answers. What it answers is asked of Spring, so that nothing is forgotten:
/// an endpoint that wants a body and has no example here is an error that names it.
final class Attempts {

    private static final String V1 = "/connect/api/v1/";
    private static final String CONF = """
            {"host": "<host>", "auth_token": "0123456789abcdef", "interval": 1440, "content_type": ["incidents"]}""";

    private static final Map<String, List<String>> BODIES = Map.ofEntries(
            entry("POST " + V1 + "access_token", List.of("")),
            entry(
                    "POST " + V1 + "connectors",
                    List.of(connector("<tenant>", "[]"), connector("<own>", "[\"<filter>\"]"))),
            entry(
                    "PUT " + V1 + "connectors/{id}",
                    List.of(
                            "{\"active\": false}",
                            "{\"filter_list\": [\"<filter>\"]}",
                            "{\"conf\": {\"interval\": 7}}")),
            entry("POST " + V1 + "connectors/{id}/test", List.of("")),
            entry(
                    "POST " + V1 + "connectors/test",
                    List.of("{\"category\": \"honeypot\", \"type\": \"thinkst_canary\", \"name\": \"<name>\"}")),
            entry("POST " + V1 + "connectors/{id}/collect", List.of("")),
            entry("POST " + V1 + "connectors/{id}/reconcile", List.of("")),
            entry(
                    "POST " + V1 + "connectors/{id}/rewind",
                    List.of("{\"content_type\": \"incidents\", \"to\": \"start\"}")),
            entry("POST " + V1 + "connectors/{id}/quarantine/replay", List.of("{}", "{\"entry\": \"<record>\"}")),
            entry("POST " + V1 + "tenants", List.of("{\"cust_name\": \"<name>\"}")),
            entry("PUT " + V1 + "tenants/{id}", List.of("{\"info\": \"taken over\"}")),
            entry("POST " + V1 + "log_filters", List.of(filter("<tenant>"), filter("<own>"))),
            entry("PUT " + V1 + "log_filters/{id}", List.of(filter("<tenant>"), "{\"name\": \"taken over\"}")),
            entry("POST " + V1 + "log_filters/preview", List.of(preview("<tenant>"), preview("<own>"), preview("all"))),
            entry("POST " + V1 + "saved_queries", List.of(saved("<tenant>"), saved("own"))),
            entry(
                    "PUT " + V1 + "saved_queries/{id}",
                    List.of("{\"name\": \"taken over\"}", "{\"cust_id\": \"<own>\"}", "{\"cust_id\": \"<tenant>\"}")),
            entry(
                    "POST " + V1 + "data_analyzer_profiles",
                    List.of("{\"name\": \"mine\", \"connectors\": [\"<connector>\"]}")),
            entry("PUT " + V1 + "data_analyzer_profiles/{id}", List.of("{\"connectors\": [\"<connector>\"]}")),
            entry(
                    "POST " + V1 + "notification_rules",
                    List.of(rule("<tenant>", "\"all\""), rule("<own>", "[\"<connector>\"]"), rule("all", "\"all\""))),
            entry(
                    "PUT " + V1 + "notification_rules/{id}",
                    List.of(
                            "{\"enabled\": false}",
                            "{\"cust_id\": \"<tenant>\"}",
                            "{\"connectors\": [\"<connector>\"]}")),
            entry("POST " + V1 + "notification_rules/{id}/test", List.of("")),
            entry("POST " + V1 + "users", List.of(user("[\"<tenant>\"]"), user("\"root\""))),
            entry("PUT " + V1 + "users/{id}", List.of("{\"scope\": [\"<tenant>\"]}", "{\"enabled\": false}")),
            entry(
                    "POST " + V1 + "api_keys",
                    List.of(
                            "{\"name\": \"k\", \"user_id\": \"<user>\"}",
                            "{\"name\": \"k\", \"role\": \"User\", \"scope\": [\"<tenant>\"]}",
                            "{\"name\": \"k\", \"scope\": \"root\"}")),
            entry("PUT " + V1 + "api_keys/{id}", List.of("{\"scope\": [\"<tenant>\"]}", "{\"enabled\": false}")),
            entry("POST /connect/api/data/{index}/_search", SearchAttempts.BODIES));

    private static final Map<String, List<String>> PARAMETERS = Map.ofEntries(
            entry(
                    "GET " + V1 + "connectors",
                    List.of(
                            "",
                            "?cust_id=<tenant>",
                            "?q=<name>",
                            "?q=<host>",
                            "?active=false&size=1000&sort=-created_at")),
            entry("POST " + V1 + "connectors/{id}/collect", List.of("?wait=true", "")),
            entry("POST " + V1 + "connectors/{id}/reconcile", List.of("?wait=true", "")),
            entry("GET " + V1 + "connectors/{id}/quarantine", List.of("", "?size=1000")),
            entry("DELETE " + V1 + "tenants/{id}", List.of("", "?confirm=true")),
            entry("GET " + V1 + "notifications", List.of("", "?state=open&size=1000", "?cust_id=<tenant>")),
            entry("GET " + V1 + "user_activities", List.of("", "?start_time=0")),
            entry(
                    "GET " + V1 + "ingestion-stats/connector",
                    List.of("", "?start_time=0", "?cust_id=<tenant>", "?connector_id=<connector>")),
            entry(
                    "GET " + V1 + "incidents",
                    List.of("", "?state=open&size=500", "?q=tenantid:<tenant>", "?after=1,<record>")),
            entry("GET " + V1 + "attackers", List.of("", "?by=username&size=1000", "?q=tenantid:<tenant>")),
            entry(
                    "GET " + V1 + "attackers/profile",
                    List.of("", "?by=username&value=root&year=2026", "?by=srcip_host&value=<name>")),
            entry("GET " + V1 + "birds", List.of("", "?which=untouched", "?q=tenantid:<tenant>")),
            entry("GET /hunting", List.of("", "?range=all&index=*", "?range=all&index=*&q=<name>")),
            entry("GET /hunting/more", List.of("", "?range=all&index=*", "?range=all&after=1,<record>")),
            entry("GET /hunting/export", List.of("?range=all&index=*", "?range=all&format=ndjson")),
            entry("GET /hunting/fields", List.of("?index=*")),
            entry(
                    "GET /hunting/top",
                    List.of("?range=all&index=*&field=tenantid", "?range=all&index=*&field=connector_name")),
            entry(
                    "GET /hunting/complete",
                    List.of("?index=*&begun=t", "?index=*&field=tenantid", "?index=*&field=hostname&begun=<name>")),
            entry("GET /incidents", List.of("", "?state=all", "?state=all&q=tenantid:<tenant>")),
            entry("GET /attackers", List.of("?range=all", "?range=all&by=username")),
            entry("GET /attackers/one", List.of("?by=username&value=root", "?by=srcip_host&value=<name>")),
            entry("GET /birds", List.of("", "?which=dark")),
            entry("GET /activity", List.of("", "?q=<name>")),
            entry("GET /connect/api/data/{index}/_search", SearchAttempts.PARAMETERS),
            entry("GET /connect/api/data/{index}/_export", SearchAttempts.EXPORTS));

    private static final List<String> NO_PAGES =
            List.of("/connect/api/", "/health/", "/metrics", "/openapi.json", "/docs/", "/error");

    private Attempts() {}

    /// All of them but those of pages, which no token opens.
    static List<Attempt> of(BirdsongServer server) {
        return of(server, path -> !isPage(path), _ -> true);
    }

    /// Those that only look at pages.
    static List<Attempt> ofPages(BirdsongServer server) {
        return of(server, Attempts::isPage, method -> method == RequestMethod.GET);
    }

    private static List<Attempt> of(
            BirdsongServer server, Predicate<String> wantedPath, Predicate<RequestMethod> wantedMethod) {
        return server.mappings().stream()
                .flatMap(mapping -> of(mapping, wantedPath, wantedMethod))
                .sorted(java.util.Comparator.comparing(Attempt::toString))
                .toList();
    }

    private static Stream<Attempt> of(
            RequestMappingInfo mapping, Predicate<String> wantedPath, Predicate<RequestMethod> wantedMethod) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        return mapping.getPatternValues().stream()
                .filter(wantedPath)
                .flatMap(pattern -> (methods.isEmpty() ? Set.of(RequestMethod.GET) : methods)
                        .stream().filter(wantedMethod).flatMap(method -> of(method.name(), pattern)));
    }

    private static boolean isPage(String path) {
        return NO_PAGES.stream().noneMatch(path::startsWith);
    }

    private static Stream<Attempt> of(String method, String pattern) {
        String endpoint = method + " " + pattern;
        boolean wantsBody = method.equals("POST") || method.equals("PUT");
        if (wantsBody && !BODIES.containsKey(endpoint)) {
            throw new IllegalStateException("there is no example body for " + endpoint + ": add one");
        }
        return paths(pattern)
                .flatMap(path ->
                        PARAMETERS.getOrDefault(endpoint, List.of("")).stream().map(path::concat))
                .flatMap(path -> BODIES.getOrDefault(endpoint, List.of("")).stream()
                        .map(body -> new Attempt(method, path, body)));
    }

    /// An id in a path is tried with all kinds of things.
    private static Stream<String> paths(String pattern) {
        String path = pattern.replace("{index}", "*");
        return path.contains("{")
                ? Things.KINDS.stream()
                        .filter(kind -> !kind.equals("<host>"))
                        .map(kind -> path.replaceAll("\\{[a-z]+}", kind))
                : Stream.of(path);
    }

    private static String connector(String tenant, String filters) {
        return """
                {"cust_id": "%s", "name": "tried", "category": "honeypot", "type": "thinkst_canary", "active": false,
                 "run_on": "dp", "filter_list": %s, "conf": %s}""".formatted(tenant, filters, CONF);
    }

    private static String filter(String tenant) {
        return """
                {"name": "tried", "cust_id": "%s", "conditions": [{"field": "srcip", "operator": "exists"}]}""".formatted(tenant);
    }

    private static String saved(String tenant) {
        return """
                {"name": "tried", "cust_id": "%s", "query": "tenantid:x"}""".formatted(tenant);
    }

    private static String rule(String tenant, String connectors) {
        return """
                {"name": "tried", "cust_id": "%s", "kind": "silent", "threshold": 1, "connectors": %s}""".formatted(tenant, connectors);
    }

    private static String preview(String tenant) {
        return """
                {"cust_id": "%s", "days": 31, "conditions": [{"field": "timestamp", "operator": "exists"}]}""".formatted(tenant);
    }

    private static String user(String scope) {
        return """
                {"email": "x@tried.example", "role": "User", "scope": %s, "password": "a password that is long"}""".formatted(scope);
    }
}
