// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.population;

import java.util.ArrayList;
import java.util.List;

/// Every kind of incident that happens here, and how often.
public final class Kinds {

    private static final List<Kind> ALL = all();
    private static final Kind[] BY_WEIGHT = byWeight();

    private Kinds() {}

    private static List<Kind> all() {
        var kinds = new ArrayList<Kind>();
        kinds.addAll(ServiceKinds.logins());
        kinds.addAll(ServiceKinds.files());
        kinds.addAll(ServiceKinds.web());
        kinds.addAll(ServiceKinds.stores());
        kinds.addAll(NetworkKinds.scans());
        kinds.addAll(NetworkKinds.operational());
        kinds.addAll(TokenKinds.all());
        return List.copyOf(kinds);
    }

    private static Kind[] byWeight() {
        var kinds = new ArrayList<Kind>();
        for (Kind kind : ALL) {
            for (int i = 0; i < kind.weight(); i++) {
                kinds.add(kind);
            }
        }
        return kinds.toArray(Kind[]::new);
    }

    static Kind pick(long draw) {
        return BY_WEIGHT[Draws.below(BY_WEIGHT.length, draw)];
    }

    /// The kind with a log type.
    ///
    /// @throws IllegalArgumentException where there is none
    public static Kind of(int logtype) {
        return ALL.stream()
                .filter(kind -> kind.logtype() == logtype)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of incident has log type " + logtype));
    }
}
