// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.birdsong.spi.connector.Secret;
import dev.birdsong.spi.lake.TenantScope;
import dev.birdsong.state.access.Access;
import dev.birdsong.state.access.Role;
import dev.birdsong.state.access.User;
import dev.birdsong.state.sql.DatabaseUrl;
import dev.birdsong.state.sql.StateException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A copy of the state that is made while others write.
class StateCopyTest {

    @TempDir
    Path folder;

    private State state;

    @BeforeEach
    void open() {
        state = State.open(DatabaseUrl.file(database()), key(), new Random(), () -> Instant.EPOCH);
    }

    @AfterEach
    void close() {
        state.close();
    }

    @Test
    void isOneMomentOfAStateThatIsWrittenTo() throws IOException {
        var done = new AtomicBoolean();
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
            for (int i = 0; !done.get(); i++) {
                String both = "n" + i;
                state.inOneWrite(() -> {
                    state.systemValues().keep("one", both);
                    state.systemValues().keep("other", both);
                    return both;
                });
            }
        });
        for (int i = 0; i < 20; i++) {
            Path file = empty("copy" + i);
            StateCopy.of(database(), file);

            try (State copy = State.open(DatabaseUrl.file(file), key(), new Random(), () -> Instant.EPOCH)) {
                assertThat(copy.systemValues().value("one"))
                        .isEqualTo(copy.systemValues().value("other"));
            }
        }
        done.set(true);
        writing.join();
    }

    @Test
    void hasNothingOfWhatWasDeleted() throws IOException {
        state.systemValues().keep("secret", "gone-for-ever");
        state.database().write(handle -> handle.execute("DELETE FROM system_values"));

        Path file = empty("copy");
        StateCopy.of(database(), file);

        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("gone-for-ever");
    }

    @Test
    void knowsItsKeys() throws IOException {
        StateCopy copy = StateCopy.of(database(), empty("copy"));
        Path other = folder.resolve("other.key");
        State.open(DatabaseUrl.file(folder.resolve("other.db")), other, new Random(), () -> Instant.EPOCH)
                .close();

        copy.checkKey(key());
        assertThatThrownBy(() -> copy.checkKey(other))
                .isInstanceOf(StateException.class)
                .hasMessageContaining("does not belong to this database");
    }

    @Test
    void cannotBeUsedByAnOlderProgram() throws IOException {
        StateCopy copy = StateCopy.of(database(), empty("copy"));
        state.database()
                .write(handle -> handle.execute("UPDATE flyway_schema_history SET version = '99' WHERE version = '2'"));
        StateCopy newer = StateCopy.of(database(), empty("newer"));

        copy.prepare();
        assertThatThrownBy(newer::prepare).isInstanceOf(StateException.class).hasMessageContaining("newer Birdsong");
    }

    @Test
    void isOneFileWithNobodySignedIn() throws IOException {
        User anna = state.users()
                .create("a@example.com", "Anna", new Secret("hash"), new Access(Role.USER, new TenantScope.All()));
        state.sessions().begin(anna);
        Path file = empty("copy");

        StateCopy.of(database(), file).prepare();

        Path alone = Files.copy(file, folder.resolve("alone.db"));
        assertThat(folder.resolve("copy-wal")).doesNotExist();
        assertThat(sessions(state)).isOne();
        try (State copy = State.open(DatabaseUrl.file(alone), key(), new Random(), () -> Instant.EPOCH)) {
            assertThat(copy.users().list()).hasSize(1);
            assertThat(sessions(copy)).isZero();
        }
    }

    @Test
    void isNotMadeOfADamagedDatabase() throws IOException {
        state.close();
        byte[] bytes = Files.readAllBytes(database());
        for (int i = 4096; i < bytes.length; i++) {
            bytes[i] ^= 0x55;
        }
        Files.write(database(), bytes);

        Path file = empty("copy");
        assertThatThrownBy(() -> StateCopy.of(database(), file)).isInstanceOf(StateException.class);
    }

    @Test
    void isNotMadeOfNothing() throws IOException {
        Path file = empty("copy");

        assertThatThrownBy(() -> StateCopy.of(folder.resolve("none.db"), file))
                .isInstanceOf(StateException.class)
                .hasMessageContaining("there is no database");
        assertThat(folder.resolve("none.db")).doesNotExist();
    }

    private static long sessions(State of) {
        return of.database()
                .read(handle -> handle.createQuery("SELECT COUNT(*) FROM sessions")
                        .mapTo(Long.class)
                        .one());
    }

    private Path database() {
        return folder.resolve("birdsong.db");
    }

    private Path key() {
        return folder.resolve("secret.key");
    }

    private Path empty(String name) throws IOException {
        return Files.createFile(folder.resolve(name));
    }
}
