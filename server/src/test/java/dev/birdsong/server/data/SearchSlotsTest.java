// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.birdsong.server.access.Caller;
import dev.birdsong.server.http.ApiException;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.state.access.Access;
import dev.birdsong.state.access.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchSlotsTest {

    private static final Caller ANN = caller("1");

    @Test
    void refusesAFifthSearchOfAUserThatHasWaited() {
        var slots = new SearchSlots(Duration.ofMillis(1));
        taken(slots);

        assertThatThrownBy(() -> slots.take(ANN))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("you run 4 searches already");
        slots.take(caller("2")).close();
    }

    @Test
    void letsOneTooManyWaitUntilAnotherEnds() throws InterruptedException {
        var slots = new SearchSlots(Duration.ofHours(1));
        List<SearchSlots.Slot> running = taken(slots);
        Thread fifth = Thread.ofVirtual().start(() -> slots.take(ANN).close());

        running.getFirst().close();

        assertThat(fifth.join(Duration.ofMinutes(1))).isTrue();
    }

    private static List<SearchSlots.Slot> taken(SearchSlots slots) {
        List<SearchSlots.Slot> running = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            running.add(slots.take(ANN));
        }
        return running;
    }

    private static Caller caller(String user) {
        return new Caller(user, "ann@example.com", new Access(Role.USER, new TenantScope.All()), "127.0.0.1");
    }
}
