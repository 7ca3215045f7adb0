// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server;

import static java.util.Objects.requireNonNull;

import dev.birdsong.server.notifications.AlertWatch;
import dev.birdsong.server.operations.Metrics;
import dev.birdsong.server.operations.MetricsPort;
import dev.birdsong.server.parts.FirstStart;
import dev.birdsong.server.parts.Housekeeping;
import dev.birdsong.server.parts.Opened;
import dev.birdsong.server.parts.Parts;
import dev.birdsong.server.parts.Version;
import dev.birdsong.settings.ServerSettings;
import dev.birdsong.settings.Settings;
import dev.birdsong.state.schedule.LocalNode;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.WebServerException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// A running server: API, schedule, and all beneath them.
public final class BirdsongServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BirdsongServer.class);

    private final Parts parts;
    private final ConfigurableApplicationContext web;
    private final Optional<FirstStart.Made> made;
    private final Opened opened;

    private BirdsongServer(
            Parts parts, ConfigurableApplicationContext web, Optional<FirstStart.Made> made, Opened opened) {
        this.parts = parts;
        this.web = web;
        this.made = made;
        this.opened = opened;
    }

    /// Starts it.
    ///
    /// @throws dev.birdsong.state.sql.StateException if the database or the key file cannot be used
    /// @throws dev.birdsong.spi.lake.LakeException if the lake cannot be used
    /// @throws dev.birdsong.settings.SettingsException if a setting cannot be used, such as a port that is taken
    public static BirdsongServer start(Settings settings) {
        Metrics metrics = new Metrics();
        var opened = new Opened();
        boolean started = false;
        try {
            Parts parts = opened.add(Parts.open(settings, node(settings), metrics));
            ConfigurableApplicationContext web = opened.add(web(settings, parts, metrics));
            PasswordEncoder passwords = web.getBean(PasswordEncoder.class);
            Optional<FirstStart.Made> made = new FirstStart(
                            parts.state(), parts.random(), password -> requireNonNull(passwords.encode(password)))
                    .run(settings.state().admin());
            parts.schedule().start();
            new Housekeeping(parts, metrics::look).start();
            AlertWatch.start(parts);
            settings.server().metrics().ifPresent(listen -> opened.add(MetricsPort.open(listen, metrics)));
            LOG.atInfo().addKeyValue("node", settings.node().name()).log("started");
            started = true;
            return new BirdsongServer(parts, web, made, opened);
        } finally {
            if (!started) {
                opened.close();
            }
        }
    }

    private static LocalNode node(Settings settings) {
        ServerSettings.Listen listen = settings.server().listen();
        return new LocalNode(
                settings.node().name(),
                settings.node().profile(),
                listen.address() + ":" + listen.port(),
                Version.text());
    }

    private static ConfigurableApplicationContext web(Settings settings, Parts parts, Metrics metrics) {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        SpringApplication application = new SpringApplication(WebConfiguration.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        application.setAddCommandLineProperties(false);
        application.setDefaultProperties(properties(settings.server()));
        application.addInitializers((GenericApplicationContext context) -> {
            context.registerBean(Parts.class, () -> parts, definition -> definition.setDestroyMethodName(""));
            context.registerBean(Metrics.class, () -> metrics);
        });
        try {
            return application.run();
        } catch (WebServerException | ApplicationContextException e) {
            throw Listening.problem(settings.server().listen(), e);
        }
    }

    private static Map<String, Object> properties(ServerSettings settings) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("server.address", settings.listen().address());
        properties.put("server.port", settings.listen().port());
        properties.put("server.error.whitelabel.enabled", false);
        properties.put("server.max-http-request-header-size", "32KB");
        properties.put("server.shutdown", "immediate");
        properties.put("server.compression.enabled", true);
        properties.put("server.compression.mime-types", "text/html,text/css,text/javascript,text/csv,image/svg+xml");
        properties.put("spring.jackson.property-naming-strategy", "SNAKE_CASE");
        properties.put("spring.web.resources.add-mappings", false);
        properties.put("spring.mvc.problemdetails.enabled", false);
        properties.put("spring.servlet.multipart.enabled", false);
        properties.put("spring.mvc.formcontent.filter.enabled", false);
        settings.tls().ifPresent(tls -> {
            properties.put("server.ssl.certificate", tls.certificate().toUri().toString());
            properties.put(
                    "server.ssl.certificate-private-key",
                    tls.privateKey().toUri().toString());
        });
        return properties;
    }

    /// What the first user signs in with, where this start has made it: to be told once.
    public Optional<FirstStart.Made> made() {
        return made;
    }

    /// Where it answers.
    public URI address() {
        ServerSettings settings = parts.settings().server();
        WebServer listening = requireNonNull(((WebServerApplicationContext) web).getWebServer());
        return URI.create((settings.tls().isPresent() ? "https" : "http") + "://"
                + settings.listen().address() + ":" + listening.getPort());
    }

    /// What it answers, for those who look at all of it.
    Set<RequestMappingInfo> mappings() {
        return web.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet();
    }

    /// The parts beneath it.
    public Parts parts() {
        return parts;
    }

    /// What answers its requests.
    ConfigurableApplicationContext web() {
        return web;
    }

    /// Ends: answers no more, lets rounds end at their next page, writes what waits.
    @Override
    public void close() {
        opened.close();
        LOG.atInfo().log("stopped");
    }
}
