// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.operations;

import dev.birdsong.server.access.SignIn;
import dev.birdsong.server.http.ApiException;
import dev.birdsong.spi.connector.Secret;
import dev.birdsong.spi.lake.TenantScope;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// `GET /metrics`, for an API key that sees every tenant.
@RestController
public final class MetricsEndpoint {

    private static final String BEARER = "Bearer ";

    private final SignIn signIn;
    private final Metrics metrics;

    public MetricsEndpoint(SignIn signIn, Metrics metrics) {
        this.signIn = signIn;
        this.metrics = metrics;
    }

    /// In the text form of Prometheus.
    @GetMapping(path = "/metrics", produces = Metrics.TEXT)
    public String metrics(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.startsWith(BEARER))
                .map(header -> new Secret(header.substring(BEARER.length()).strip()))
                .flatMap(key -> signIn.byKey(Optional.empty(), key))
                .filter(known ->
                        known.key().access().within(known.user().access()).scope() instanceof TenantScope.All)
                .map(_ -> metrics.text())
                .orElseThrow(() -> ApiException.unauthorized(
                        "metrics need 'Authorization: Bearer <api-key>' with a key of root scope"));
    }
}
