// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.birdsong.engine.connector.Connector;
import dev.birdsong.spi.connector.Secret;
import dev.birdsong.state.Engine;
import dev.birdsong.state.StateContract;
import dev.birdsong.state.sql.StateException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeyRotationTest extends StateContract {

    private Connector connector;

    KeyRotationTest(Engine engine) {
        super(engine);
    }

    @BeforeEach
    void keepASecret() {
        connector = state.connectors().create(connector("hq"));
        state.systemValues().secret("jwt", () -> new Secret("signing"));
    }

    @Test
    void sealsEverythingAnew() {
        byte[] before = sealed();

        int secrets = state.keyRotation().run();

        assertThat(secrets).isEqualTo(3);
        assertThat(sealed()).isNotEqualTo(before);
        assertThatThrownBy(() -> state.vault().open(before, "connector/" + connector.id()))
                .isInstanceOf(StateException.Unavailable.class);
        assertOpensEverything();
    }

    @Test
    void canBeCutAtEachStepAndRunAgain() {
        for (Runnable cut : List.<Runnable>of(() -> state.keyRotation().addKey(), () -> {
            state.keyRotation().addKey();
            state.keyRotation().sealAnew();
        })) {
            cut.run();
            restart();
            assertOpensEverything();

            state.keyRotation().run();
            restart();
            assertOpensEverything();
        }
    }

    @Test
    void isTakenUpByAProcessThatRuns() {
        try (var running = reopen()) {
            state.keyRotation().run();

            assertThat(running.connectors().authToken(connector.id())).contains(TOKEN);
        }
        assertOpensEverything();
    }

    @Test
    void isTakenUpByAProcessThatSealsFirst() {
        Connector other;
        try (var running = reopen()) {
            state.keyRotation().run();
            other = running.connectors().create(connector("other"));
        }

        assertThat(state.connectors().authToken(other.id())).contains(TOKEN);
    }

    private void restart() {
        state.close();
        state = reopen();
    }

    private void assertOpensEverything() {
        assertThat(state.connectors().authToken(connector.id())).contains(TOKEN);
        assertThat(state.systemValues().secret("jwt", () -> new Secret("another")))
                .isEqualTo(new Secret("signing"));
    }

    private byte[] sealed() {
        return state.database()
                .read(handle -> handle.createQuery("SELECT sealed_token FROM connectors")
                        .mapTo(byte[].class)
                        .one());
    }
}
