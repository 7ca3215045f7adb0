// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.connectors;

import dev.birdsong.engine.run.ConnectorTypes;
import dev.birdsong.server.connectors.ConnectorAnswer;
import dev.birdsong.server.connectors.ConnectorsEndpoint;
import dev.birdsong.server.pages.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Finds the connectors that a table shows.
@Component
public final class ConnectorRows {

    private final ConnectorsEndpoint connectors;
    private final ConnectorTypes types;
    private final JsonMapper json;

    /// A page of the table.
    ///
    /// @param total how many there are on all pages
    public record Page(long total, List<ConnectorRow> rows) {

        public Page {
            rows = List.copyOf(rows);
        }
    }

    public ConnectorRows(ConnectorsEndpoint connectors, ConnectorTypes types, JsonMapper json) {
        this.connectors = connectors;
        this.types = types;
        this.json = json;
    }

    /// The ones on a page.
    Page page(Viewer viewer, TableState table) {
        if (table.status().isEmpty()) {
            ConnectorsEndpoint.Page found = connectors.list(
                    viewer.seeing(),
                    Optional.empty(),
                    Optional.empty(),
                    table.q(),
                    table.page(),
                    table.size(),
                    table.sort());
            return new Page(
                    found.total(), found.connectors().stream().map(this::row).toList());
        }
        List<ConnectorRow> all = new ArrayList<>();
        each(viewer, table, all::add);
        int from = Math.min(all.size(), table.page() * table.size());
        return new Page(all.size(), all.subList(from, Math.min(all.size(), from + table.size())));
    }

    /// Hands over all of them, whatever page they are on.
    void each(Viewer viewer, TableState table, Consumer<ConnectorRow> take) {
        connectors.each(viewer.seeing(), table.q(), table.sort(), answer -> {
            if (table.status().isEmpty()
                    || table.status().equals(answer.status().state())) {
                take.accept(row(answer));
            }
        });
    }

    /// One of them.
    ConnectorRow one(Viewer viewer, String id) {
        return row(connectors.get(viewer.caller(), id));
    }

    private ConnectorRow row(ConnectorAnswer answer) {
        return new ConnectorRow(
                answer, types.of(answer.type()), json.readValue(answer.configuration(), ConnectorRow.Conf.class));
    }
}
