// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.collecting;

import dev.birdsong.server.connectors.ConnectorAnswer;
import dev.birdsong.server.connectors.ConnectorsEndpoint;
import dev.birdsong.server.pages.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// Finds connectors by what people type, and knows which of them a profile has.
@Component
public final class Members {

    private static final String SORT = "name";

    private final ConnectorsEndpoint connectors;

    /// A connector, and whether the profile has it.
    public record Member(String id, String name, String tenant, String state, boolean in) {

        static Member of(ConnectorAnswer connector, String profile) {
            return new Member(
                    connector.id(),
                    connector.name(),
                    connector.tenantName(),
                    connector.status().state(),
                    connector.profiles().contains(profile));
        }
    }

    /// A page of what was found.
    ///
    /// @param total how many there are on all pages
    public record Found(long total, List<Member> members) {

        public Found {
            members = List.copyOf(members);
        }
    }

    public Members(ConnectorsEndpoint connectors) {
        this.connectors = connectors;
    }

    /// The ones on a page.
    Found page(Viewer viewer, String profile, MemberTable table) {
        if (table.chosen()) {
            List<Member> all = new ArrayList<>();
            each(viewer, profile, table, all::add);
            int from = (int) Math.min(all.size(), (long) table.page() * MemberTable.SIZE);
            return new Found(all.size(), all.subList(from, Math.min(all.size(), from + MemberTable.SIZE)));
        }
        ConnectorsEndpoint.Page found = connectors.list(
                viewer.seeing(), Optional.empty(), Optional.empty(), table.q(), table.page(), MemberTable.SIZE, SORT);
        return new Found(
                found.total(),
                found.connectors().stream()
                        .map(connector -> Member.of(connector, profile))
                        .toList());
    }

    /// The ids of all that the table shows, whatever page they are on.
    List<String> ids(Viewer viewer, String profile, MemberTable table) {
        List<String> ids = new ArrayList<>();
        each(viewer, profile, table, member -> ids.add(member.id()));
        return ids;
    }

    /// One of them.
    Member one(Viewer viewer, String profile, String id) {
        return Member.of(connectors.get(viewer.caller(), id), profile);
    }

    private void each(Viewer viewer, String profile, MemberTable table, Consumer<Member> take) {
        connectors.each(viewer.seeing(), table.q(), SORT, connector -> {
            Member member = Member.of(connector, profile);
            if (member.in() || !table.chosen()) {
                take.accept(member);
            }
        });
    }
}
