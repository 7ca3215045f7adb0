// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.birdsong.state.Engine;
import dev.birdsong.state.StateContract;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

class DatabaseTest extends StateContract {

    DatabaseTest(Engine engine) {
        super(engine);
    }

    @Test
    void writesAllOrNothing() {
        assertThatThrownBy(() -> state.database().write(handle -> {
                    handle.execute("UPDATE tenants SET info = 'changed'");
                    throw new StateException.Conflict("no", "");
                }))
                .isInstanceOf(StateException.Conflict.class);

        assertThat(state.tenants().list(ALL))
                .singleElement()
                .satisfies(tenant -> assertThat(tenant.info()).isEmpty());
    }

    @Test
    void takesAWriteWithinAWriteAsAPartOfIt() {
        assertThatThrownBy(() -> state.database().write(handle -> {
                    state.tenants().create("Inner", "");
                    throw new StateException.Conflict("no", "");
                }))
                .isInstanceOf(StateException.Conflict.class);

        assertThat(state.tenants().named("Inner")).isEmpty();
    }

    @Test
    void keepsOfManyWritesAtOnceAllButThoseThatFail() {
        List<CompletableFuture<Integer>> writes = IntStream.range(0, 60)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> state.database().write(handle -> written(handle, number)),
                        each -> Thread.ofPlatform().start(each)))
                .toList();

        long failed = writes.stream()
                .filter(write -> write.handle((_, failure) -> failure != null).join())
                .count();

        assertThat(failed).isEqualTo(20);
        assertThat(state.tenants().list(ALL))
                .hasSize(41)
                .noneMatch(tenant -> tenant.name().endsWith("refused"));
    }

    private static int written(Handle handle, int number) {
        boolean refused = number % 3 == 0;
        handle.createUpdate("INSERT INTO tenants (id, name, info, created_at) VALUES (:name, :name, '', 0)")
                .bind("name", number + (refused ? "refused" : ""))
                .execute();
        if (refused) {
            throw new StateException.Conflict("no", "");
        }
        return number;
    }

    @Test
    void tellsAConflictThatTheDatabaseFinds() {
        assertThatThrownBy(() -> state.database()
                        .write(handle -> handle.execute(
                                "INSERT INTO tenants (id, name, info, created_at) VALUES ('2', 'Default', '', 0)")))
                .isInstanceOf(StateException.Conflict.class);
    }

    @Test
    void hasAClock() {
        assertThat(state.database().clock()).isAfter(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(Duration.between(state.database().clock(), state.database().clock()))
                .isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void refusesADatabaseOfANewerProgram() {
        state.database()
                .write(handle -> handle.execute("INSERT INTO flyway_schema_history (installed_rank, version,"
                        + " description, type, script, checksum, installed_by, execution_time, success)"
                        + " VALUES (99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'x', 1, TRUE)"));

        assertThatThrownBy(() -> Database.open(url))
                .isInstanceOf(StateException.Unavailable.class)
                .hasMessageContaining("newer Birdsong (step 99");
    }

    @Test
    void refusesAKeyFileThatIsNotItsOwn() throws java.io.IOException {
        state.close();
        Files.delete(folder.resolve("secret.key"));

        assertThatThrownBy(this::reopen)
                .isInstanceOf(StateException.Unavailable.class)
                .hasMessageContaining("secret.key is gone");
    }
}
