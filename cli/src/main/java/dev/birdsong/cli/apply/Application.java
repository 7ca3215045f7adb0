// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.apply;

import dev.birdsong.cli.api.ApiClient;
import dev.birdsong.cli.api.ApiException;
import java.io.PrintWriter;
import java.util.Map;

/// Makes a server have what a file says, one entry after the other: tenants, log filters, connectors. An entry that is
/// refused is told, and the others go on. Nothing is ever deleted.
///
/// @param environment the variables of this process, for secrets
/// @param how whether changes are made, and secrets sent
public record Application(ApiClient api, Map<String, String> environment, How how) {

    /// How changes are made.
    ///
    /// @param dryRun whether changes are only told
    /// @param renewSecrets whether connectors that are there get their secret again
    public record How(boolean dryRun, boolean renewSecrets) {}

    public Application {
        environment = Map.copyOf(environment);
    }

    private interface Step {
        void run() throws InterruptedException;
    }

    /// Does it all; whether every entry was done.
    ///
    /// @param out for what is done
    /// @param err for what is not
    /// @throws ApiException if the server does not answer, or not to this key
    public boolean run(Wanted wanted, PrintWriter out, PrintWriter err) throws InterruptedException {
        Existing existing = Existing.read(api, wanted);
        var report = new Report(out, err);
        var target = new Target(how.dryRun() ? new Changes.Imagined() : new Changes.Sent(api), report);
        try {
            var tenants = new TenantStep(existing, target);
            for (Wanted.Tenant tenant : wanted.tenants()) {
                attempt(tenant.place(), report, () -> tenants.apply(tenant));
            }
            var filters = new FilterStep(existing, target);
            for (Wanted.Filter filter : wanted.filters()) {
                attempt(filter.place(), report, () -> filters.apply(filter));
            }
            var connectors =
                    new ConnectorStep(existing, target, new ConnectorStep.Secrets(environment, how.renewSecrets()));
            for (Wanted.Connector connector : wanted.connectors()) {
                attempt(connector.place(), report, () -> connectors.apply(connector));
            }
        } finally {
            report.end(wanted.size(), how.dryRun());
        }
        return report.isClean();
    }

    private static void attempt(Place place, Report report, Step step) throws InterruptedException {
        try {
            step.run();
        } catch (RefusedException e) {
            report.failed(place.problem(e.field(), String.valueOf(e.getMessage())));
        } catch (ApiException e) {
            if (!e.isAboutOneRequest()) {
                throw e;
            }
            report.failed(place.problem(e.field(), String.valueOf(e.getMessage())));
        }
    }
}
