// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server;

import dev.birdsong.engine.run.ConnectorTypes;
import dev.birdsong.engine.run.Replays;
import dev.birdsong.query.QueryParser;
import dev.birdsong.query.answer.AnswerWriter;
import dev.birdsong.query.body.SearchReader;
import dev.birdsong.server.access.CallerArgument;
import dev.birdsong.server.collecting.FilterPreview;
import dev.birdsong.server.connectors.AllowedHosts;
import dev.birdsong.server.connectors.CollectNow;
import dev.birdsong.server.connectors.ConfForm;
import dev.birdsong.server.connectors.ConnectionTests;
import dev.birdsong.server.connectors.ConnectorAnswers;
import dev.birdsong.server.connectors.ConnectorForm;
import dev.birdsong.server.connectors.PositionsEndpoint;
import dev.birdsong.server.connectors.ReconcileNow;
import dev.birdsong.server.connectors.StoredIds;
import dev.birdsong.server.data.DataEndpoint;
import dev.birdsong.server.data.SearchSlots;
import dev.birdsong.server.data.Searches;
import dev.birdsong.server.http.BodyArgument;
import dev.birdsong.server.http.BodyLimit;
import dev.birdsong.server.http.BodyType;
import dev.birdsong.server.http.ContainerErrors;
import dev.birdsong.server.http.ForwardedRequests;
import dev.birdsong.server.hunting.DeviceRounds;
import dev.birdsong.server.parts.Parts;
import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.record.Schema;
import dev.birdsong.spi.time.MonotonicClock;
import dev.birdsong.state.State;
import dev.birdsong.state.rounds.SqlQuarantine;
import dev.birdsong.state.schedule.RoundSchedule;
import jakarta.servlet.Filter;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/// Shows the parts to Spring, and puts together what only the API needs.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan
public class WebConfiguration {

    private static final Duration SEARCH_WAIT = Duration.ofSeconds(3);

    @Bean(destroyMethod = "")
    State state(Parts parts) {
        return parts.state();
    }

    @Bean
    DeviceRounds deviceRounds(Parts parts) {
        return () -> parts.state().statuses().completed(DeviceRounds.CONTENT_TYPE);
    }

    @Bean(destroyMethod = "")
    DataLake lake(Parts parts) {
        return parts.lake();
    }

    @Bean(destroyMethod = "")
    RoundSchedule schedule(Parts parts) {
        return parts.schedule();
    }

    @Bean
    ConnectorTypes connectorTypes(Parts parts) {
        return parts.types();
    }

    @Bean
    SecureRandom random(Parts parts) {
        return parts.random();
    }

    @Bean
    Clock clock(Parts parts) {
        return parts.time().wall();
    }

    @Bean
    MonotonicClock monotonicClock(Parts parts) {
        return parts.time().monotonic();
    }

    @Bean
    ConnectorForm connectorForm(Parts parts) {
        return new ConnectorForm(
                parts.types(), new ConfForm(AllowedHosts.of(parts.settings().consoles())));
    }

    @Bean
    ConnectorAnswers connectorAnswers(State state, ConnectorTypes types, Clock clock, JsonMapper json) {
        return new ConnectorAnswers(state.statuses(), types, clock, json);
    }

    @Bean
    CollectNow collectNow(Parts parts) {
        return new CollectNow(parts);
    }

    @Bean
    ReconcileNow reconcileNow(Parts parts) {
        return new ReconcileNow(parts);
    }

    @Bean
    ConnectionTests connectionTests(Parts parts) {
        return new ConnectionTests(parts);
    }

    @Bean
    PositionsEndpoint.Beside besidePositions(ConnectorTypes types, DataLake lake, MonotonicClock clock) {
        return new PositionsEndpoint.Beside(types, new StoredIds(lake), clock);
    }

    @Bean
    Replays replays(Parts parts) {
        SqlQuarantine quarantine = parts.state().quarantine();
        var ports = new Replays.Ports(parts.lake(), quarantine, parts.state().ledger(), quarantine);
        return new Replays(parts.types(), ports, parts.time());
    }

    @Bean
    FilterPreview filterPreview(DataLake lake, Clock clock) {
        return new FilterPreview(lake, clock);
    }

    @Bean
    SearchSlots searchSlots() {
        return new SearchSlots(SEARCH_WAIT);
    }

    @Bean
    Searches searches(DataLake lake, SearchSlots slots, MonotonicClock clock) {
        return new Searches(lake, slots, clock);
    }

    @Bean
    Schema schema(Parts parts) {
        return parts.schema();
    }

    @Bean
    QueryParser queryParser(Parts parts, Clock clock) {
        return new QueryParser(parts.schema(), clock);
    }

    @Bean
    DataEndpoint.Reading reading(Parts parts, QueryParser parser, Clock clock) {
        return new DataEndpoint.Reading(
                new SearchReader(parts.schema(), clock), parser, new AnswerWriter(parts.schema()));
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> containerErrors(JsonMapper json) {
        return factory -> factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ContainerErrors(json)));
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit() {
        return first(new BodyLimit());
    }

    @Bean
    FilterRegistrationBean<BodyType> bodyType() {
        return first(new BodyType());
    }

    private static <F extends Filter> FilterRegistrationBean<F> first(F filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    FilterRegistrationBean<ForwardedRequests> forwardedRequests(Parts parts) {
        var registration = new FilterRegistrationBean<>(
                new ForwardedRequests(parts.settings().server().trustedProxies()));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    WebMvcConfigurer webMvc() {
        return new WebMvcConfigurer() {
            // every answer has one form; a change must not be done and then told as an error because of a header.
            @Override
            public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
                negotiation.ignoreAcceptHeader(true).defaultContentType(MediaType.ALL);
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgument());
                resolvers.add(new BodyArgument());
            }
        };
    }
}
