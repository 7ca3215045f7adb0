// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.sql;

import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/// Brings a database to the form that this program knows.
record Migrations(DatabaseUrl url, DataSource database) {

    void run() {
        try {
            Flyway flyway = Flyway.configure()
                    .dataSource(database)
                    .locations("classpath:db")
                    .placeholders(url.dialect().placeholders())
                    .load();
            refuseNewer(flyway);
            flyway.migrate();
        } catch (FlywayException e) {
            throw new StateException.Unavailable("cannot prepare the database " + url + ": " + Reasons.of(e), e);
        }
    }

    private void refuseNewer(Flyway flyway) {
        Arrays.stream(flyway.info().all())
                .filter(Migrations::unknown)
                .findFirst()
                .ifPresent(newer -> {
                    throw new StateException.Unavailable("the database " + url
                            + " was written by a newer Birdsong (step " + newer.getVersion()
                            + " is not known here): run that one, or restore a backup from before");
                });
    }

    private static boolean unknown(MigrationInfo step) {
        return step.getState().isApplied() && !step.getState().isResolved();
    }
}
