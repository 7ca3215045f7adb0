// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.birdsong.engine.connector.Connector;
import dev.birdsong.engine.connector.Connector.Collecting;
import dev.birdsong.engine.connector.Connector.Configuration;
import dev.birdsong.engine.filter.FilterCondition;
import dev.birdsong.engine.filter.FilterOperator;
import dev.birdsong.engine.filter.LogFilter;
import dev.birdsong.engine.run.Assignment;
import dev.birdsong.spi.connector.Secret;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.state.connector.ConnectorColumn;
import dev.birdsong.state.connector.ConnectorEdit;
import dev.birdsong.state.connector.ConnectorPage;
import dev.birdsong.state.connector.ConnectorQuery;
import dev.birdsong.state.connector.ConnectorQuery.Order;
import dev.birdsong.state.connector.ConnectorQuery.Slice;
import dev.birdsong.state.connector.NewConnector;
import dev.birdsong.state.sql.StateException;
import dev.birdsong.state.tenant.Tenant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConnectorsTest extends StateContract {

    ConnectorsTest(Engine engine) {
        super(engine);
    }

    @Test
    void isFoundAsItWasMade() {
        NewConnector asked = connector("hq");

        Connector made = state.connectors().create(asked);

        assertThat(state.connectors().find(made.id(), ALL)).hasValueSatisfying(kept -> {
            assertThat(kept.connector()).isEqualTo(made);
            assertThat(kept.connector().configuration()).isEqualTo(asked.configuration());
            assertThat(kept.tenantName()).isEqualTo("Default");
            assertThat(kept.profiles()).containsExactly("default");
        });
    }

    @Test
    void keepsTheFirstInstantThatIsCollected() {
        NewConnector asked = connector("hq");
        var from = new Configuration("hq.canary.tools", Duration.ofMinutes(1), List.of("devices"), Optional.of(NOON));

        Connector made = state.connectors()
                .create(new NewConnector(asked.general(), from, asked.collecting(), List.of(), TOKEN));

        assertThat(state.connectors().find(made.id(), ALL)).hasValueSatisfying(kept -> {
            assertThat(kept.connector().configuration()).isEqualTo(from);
            assertThat(kept.profiles()).isEmpty();
        });
    }

    @Test
    void isNotFoundOutsideItsTenants() {
        Connector made = state.connectors().create(connector("hq"));
        var elsewhere = new TenantScope.Only(Set.of("elsewhere"));

        assertThat(state.connectors().find(made.id(), elsewhere)).isEmpty();
        assertThat(page(new ConnectorQuery(elsewhere, Optional.empty(), "", Order.BY_NAME, new Slice(0, 10))))
                .isEmpty();
    }

    @Test
    void areCountedByTenantWithinTheScope() {
        Tenant other = state.tenants().create("Other", "");
        state.connectors().create(connector("hq"));
        state.connectors().create(connector(other.id(), "hq", "hq.canary.tools", "incidents"));
        state.connectors().create(connector(other.id(), "branch", "branch.canary.tools", "incidents"));

        assertThat(state.connectors().perTenant(ALL)).isEqualTo(Map.of(Tenant.DEFAULT_ID, 1L, other.id(), 2L));
        assertThat(state.connectors().perTenant(new TenantScope.Only(Set.of(other.id()))))
                .isEqualTo(Map.of(other.id(), 2L));
    }

    @Test
    void refusesANameInUseInItsTenantOnly() {
        Tenant other = state.tenants().create("Other", "");
        state.connectors().create(connector("hq"));

        state.connectors().create(connector(other.id(), "hq", "hq.canary.tools", "incidents"));

        assertThatThrownBy(() -> state.connectors()
                        .create(connector(Tenant.DEFAULT_ID, "hq", "other.canary.tools", "incidents")))
                .isInstanceOf(StateException.Conflict.class)
                .hasMessageContaining("named 'hq' already");
    }

    @Test
    void refusesToCollectTheSameTwice() {
        state.connectors().create(connector("hq"));

        assertThatThrownBy(() -> state.connectors()
                        .create(connector(Tenant.DEFAULT_ID, "again", "hq.canary.tools", "devices", "incidents")))
                .isInstanceOf(StateException.Conflict.class)
                .hasMessageContaining("'hq' collects incidents of this console already");
    }

    @Test
    void refusesToBeActivatedBesideAnother() {
        Connector first = state.connectors().create(connector("hq"));
        state.connectors().edit(first.id(), 1, paused(first, true));
        state.connectors().create(connector(Tenant.DEFAULT_ID, "again", "hq.canary.tools", "incidents"));

        assertThatThrownBy(() -> state.connectors().edit(first.id(), 2, paused(first, false)))
                .isInstanceOf(StateException.Conflict.class)
                .hasMessageContaining("'again' collects incidents");
    }

    @Test
    void refusesAnEditOfAnOlderRevision() {
        Connector made = state.connectors().create(connector("hq"));
        state.connectors().edit(made.id(), 1, paused(made, true));

        assertThatThrownBy(() -> state.connectors().edit(made.id(), 1, paused(made, false)))
                .isInstanceOf(StateException.Conflict.class)
                .hasMessageContaining("edited by somebody else");
    }

    @Test
    void refusesWhatIsNotThere() {
        NewConnector asked = connector("hq");

        assertThatThrownBy(() -> state.connectors().create(connector("nowhere", "hq", "h.canary.tools", "incidents")))
                .isInstanceOf(StateException.Missing.class);
        assertThatThrownBy(() -> state.connectors()
                        .create(new NewConnector(
                                asked.general(), asked.configuration(), asked.collecting(), List.of("No"), TOKEN)))
                .isInstanceOf(StateException.Missing.class)
                .hasMessageContaining("profile named 'No'");
        assertThatThrownBy(() -> state.connectors()
                        .create(new NewConnector(
                                asked.general(),
                                asked.configuration(),
                                new Collecting(true, List.of("17")),
                                List.of(),
                                TOKEN)))
                .isInstanceOf(StateException.Missing.class)
                .hasMessageContaining("log filter with the id '17'");
    }

    @Test
    void keepsItsSourceWhenItIsMadeAnew() {
        Connector first = state.connectors().create(connector("hq"));
        state.connectors().delete(first.id());

        Connector second = state.connectors().create(connector("hq"));

        assertThat(second.sourceKey()).isEqualTo(first.sourceKey());
        assertThat(second.id()).isNotEqualTo(first.id());
    }

    @Test
    void keepsItsSourceWhenTheConsoleIsRenamed() {
        Connector made = state.connectors().create(connector("hq"));

        Optional<Connector> renamed = state.connectors().edit(made.id(), 1, host(made, "new.canary.tools", false));
        Optional<Connector> another = state.connectors().edit(made.id(), 2, host(made, "third.canary.tools", true));

        assertThat(renamed).map(Connector::sourceKey).contains(made.sourceKey());
        assertThat(another).map(Connector::sourceKey).isPresent().isNotEqualTo(Optional.of(made.sourceKey()));
    }

    @Test
    void keepsItsTokenUntilThereIsAnother() {
        Connector made = state.connectors().create(connector("hq"));
        state.connectors().edit(made.id(), 1, paused(made, true));
        Optional<Secret> before = state.connectors().authToken(made.id());

        state.connectors()
                .edit(
                        made.id(),
                        2,
                        new ConnectorEdit(
                                made.configuration(), made.collecting(), Optional.of(new Secret("new")), false));

        assertThat(before).contains(TOKEN);
        assertThat(state.connectors().authToken(made.id())).contains(new Secret("new"));
    }

    @Test
    void isSortedFilteredAndPaged() {
        state.connectors().create(connector("Bravo"));
        state.connectors().create(connector("alpha"));
        Connector paused = state.connectors().create(connector("100%_charlie"));
        state.connectors().edit(paused.id(), 1, paused(paused, true));

        assertThat(page(query("", new Slice(0, 10)))).containsExactly("100%_charlie", "alpha", "Bravo");
        assertThat(page(query("", new Slice(1, 2)))).containsExactly("Bravo");
        assertThat(page(query("%_CH", new Slice(0, 10)))).containsExactly("100%_charlie");
        assertThat(page(new ConnectorQuery(ALL, Optional.of(false), "", Order.BY_NAME, new Slice(0, 10))))
                .containsExactly("100%_charlie");
        assertThat(state.connectors().list(query("", new Slice(0, 1))).total()).isEqualTo(3);
    }

    @Test
    void canBeSortedByEveryColumn() {
        state.connectors().create(connector("alpha"));
        state.connectors().create(connector("bravo"));

        for (ConnectorColumn column : ConnectorColumn.values()) {
            assertThat(page(new ConnectorQuery(ALL, Optional.empty(), "", new Order(column, true), new Slice(0, 10))))
                    .hasSize(2);
        }
    }

    @Test
    void assignsAllThatARoundNeeds() {
        LogFilter filter = state.logFilters()
                .create(
                        "noise",
                        Optional.empty(),
                        List.of(
                                new FilterCondition("srcip", FilterOperator.IN, List.of("10.0.0.1", "10.0.0.2")),
                                new FilterCondition("username", FilterOperator.EXISTS, List.of())));
        NewConnector asked = connector("hq");
        Connector made = state.connectors()
                .create(new NewConnector(
                        asked.general(),
                        asked.configuration(),
                        new Collecting(true, List.of(filter.id())),
                        List.of(),
                        TOKEN));

        assertThat(state.assignments().of(made.id())).contains(new Assignment(made, "Default", TOKEN, List.of(filter)));
        assertThat(state.assignments().isActive(made.id())).isTrue();
        assertThat(state.assignments().of("none")).isEmpty();
        assertThat(state.assignments().isActive("none")).isFalse();
    }

    @Test
    void holdsOnToTheLogFilterThatItUses() {
        LogFilter filter = state.logFilters()
                .create(
                        "noise",
                        Optional.of(Tenant.DEFAULT_ID),
                        List.of(new FilterCondition("srcip", FilterOperator.IS, List.of("10.0.0.1"))));
        Connector made = state.connectors().create(connector("hq"));
        state.connectors()
                .edit(
                        made.id(),
                        1,
                        new ConnectorEdit(
                                made.configuration(),
                                new Collecting(true, List.of(filter.id())),
                                Optional.empty(),
                                false));

        assertThatThrownBy(() -> state.logFilters().delete(filter.id()))
                .isInstanceOf(StateException.Conflict.class)
                .hasMessageContaining("used by hq");
        assertThat(state.logFilters().uses(ALL)).isEqualTo(Map.of(filter.id(), 1L));
        assertThat(state.logFilters().uses(new TenantScope.Only(Set.of("elsewhere"))))
                .isEmpty();
        state.connectors().delete(made.id());
        assertThat(state.logFilters().delete(filter.id())).isTrue();
    }

    private static ConnectorEdit paused(Connector connector, boolean paused) {
        return new ConnectorEdit(
                connector.configuration(), new Collecting(!paused, List.of()), Optional.empty(), false);
    }

    private static ConnectorEdit host(Connector connector, String host, boolean anotherConsole) {
        Configuration before = connector.configuration();
        return new ConnectorEdit(
                new Configuration(host, before.interval(), before.contentTypes(), before.start()),
                connector.collecting(),
                Optional.of(TOKEN),
                anotherConsole);
    }

    private static ConnectorQuery query(String text, Slice slice) {
        return new ConnectorQuery(ALL, Optional.empty(), text, Order.BY_NAME, slice);
    }

    private List<String> page(ConnectorQuery query) {
        ConnectorPage page = state.connectors().list(query);
        return page.connectors().stream()
                .map(kept -> kept.connector().general().name())
                .toList();
    }
}
