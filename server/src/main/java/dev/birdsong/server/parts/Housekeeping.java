// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.parts;

import dev.birdsong.settings.Settings.RetentionSettings;
import dev.birdsong.spi.lake.Paging;
import dev.birdsong.spi.lake.Retention;
import dev.birdsong.spi.lake.Retention.Lifetime;
import dev.birdsong.spi.lake.SearchRequest;
import dev.birdsong.spi.lake.Selection;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.spi.query.Query;
import dev.birdsong.spi.record.Index;
import dev.birdsong.state.ledger.DroppedMonths;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a server does by itself: it drops what is past its lifetime, pings connectors that have long been silent, and
/// looks how all of them stand.
public final class Housekeeping {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration ACTIVITY_LIFETIME = Duration.ofDays(400);

    private final Parts parts;
    private final Consumer<Parts> look;

    /// @param look takes down how all connectors stand
    public Housekeeping(Parts parts, Consumer<Parts> look) {
        this.parts = parts;
        this.look = look;
    }

    /// Begins; it ends with the parts.
    public void start() {
        Supervisor supervisor = parts.supervisor();
        supervisor.every(Duration.ofHours(1), "expire", this::expire);
        supervisor.every(Duration.ofSeconds(15), "look", () -> look.accept(parts));
        Pings pings = new Pings(parts);
        supervisor.every(Pings.EVERY, "ping", pings::run);
    }

    private void expire() {
        long now = parts.time().wall().millis();
        DroppedMonths months = parts.state().droppedMonths();
        List<String> dropped = parts.lake().expire(retention(parts.settings().retention()), now, months);
        months.unconfirmed().stream().filter(this::isGone).forEach(months::confirm);
        if (!dropped.isEmpty()) {
            LOG.atInfo().addKeyValue("partitions", dropped).log("dropped what is past its lifetime");
        }
        parts.state().activities().forgetBefore(parts.time().wall().instant().minus(ACTIVITY_LIFETIME));
        parts.state().sessions().forgetEnded();
    }

    private boolean isGone(String partition) {
        var all = new Selection(EnumSet.allOf(Index.class), new Query.Text("_index", partition));
        return parts.lake()
                        .search(new TenantScope.All(), new SearchRequest(all, Paging.newest(0)))
                        .total()
                == 0;
    }

    private static Retention retention(RetentionSettings settings) {
        return new Retention(lifetime(settings.syslogDays()), lifetime(settings.assetsDays()));
    }

    private static Lifetime lifetime(Optional<Integer> days) {
        return days.<Lifetime>map(number -> new Lifetime.AtLeast(Duration.ofDays(number)))
                .orElseGet(Lifetime.Forever::new);
    }
}
