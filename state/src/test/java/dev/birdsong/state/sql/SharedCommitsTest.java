// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 40, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SharedCommitsTest {

    private final CountDownLatch busy = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @TempDir
    private Path folder;

    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(DatabaseUrl.file(folder.resolve("birdsong.db")));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void commitsTogetherWhatCameWhileItWasBusy() throws InterruptedException {
        CompletableFuture<Boolean> first = keepBusy();
        CompletableFuture<Boolean> one = write(handle -> add(handle, "one"));
        CompletableFuture<Boolean> other = write(handle -> {
            assertThat(names(handle)).contains("one");
            assertThat(database.read(SharedCommitsTest::names))
                    .contains("first")
                    .doesNotContain("one");
            assertThat(one).isNotDone();
        });

        goOn.countDown();

        assertThat(List.of(first.join(), one.join(), other.join())).containsOnly(true);
        assertThat(database.read(SharedCommitsTest::names)).contains("first", "one");
    }

    @Test
    void takesBackOnlyWhatFails() throws InterruptedException {
        CompletableFuture<Boolean> first = keepBusy();
        CompletableFuture<Boolean> one = write(handle -> add(handle, "one"));
        CompletableFuture<Boolean> refused = write(handle -> {
            add(handle, "refused");
            throw new StateException.Conflict("no", "");
        });
        CompletableFuture<Boolean> twice = write(handle -> add(handle, "Default"));
        CompletableFuture<Boolean> other = write(handle -> add(handle, "other"));

        goOn.countDown();

        assertThat(List.of(first.join(), one.join(), other.join())).containsOnly(true);
        assertThatThrownBy(refused::join).hasCauseInstanceOf(StateException.Conflict.class);
        assertThatThrownBy(twice::join).hasCauseInstanceOf(StateException.Conflict.class);
        assertThat(database.read(SharedCommitsTest::names)).containsExactly("Default", "first", "one", "other");
    }

    @Test
    void tellsAllOfThemWhenThereWasNoCommit() throws InterruptedException {
        CompletableFuture<Boolean> first = keepBusy();
        CompletableFuture<Boolean> one = write(handle -> add(handle, "one"));
        CompletableFuture<Boolean> fatal = write(handle -> {
            handle.execute("ROLLBACK"); // as SQLite does by itself when a disk fails
            throw new StateException.Unavailable("the disk fails");
        });
        CompletableFuture<Boolean> other = write(handle -> add(handle, "other"));

        goOn.countDown();

        assertThat(first.join()).isTrue();
        for (CompletableFuture<Boolean> lost : List.of(one, fatal, other)) {
            assertThatThrownBy(lost::join)
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(StateException.Unavailable.class);
        }
        assertThat(database.read(SharedCommitsTest::names)).containsExactly("Default", "first");
    }

    @Test
    void goesOnAfterATransactionThatWasLost() {
        CompletableFuture<Boolean> fatal = write(handle -> {
            handle.execute("ROLLBACK");
            throw new StateException.Unavailable("the disk fails");
        });
        assertThatThrownBy(fatal::join).hasCauseInstanceOf(StateException.Unavailable.class);

        CompletableFuture<Boolean> refused = write(handle -> {
            add(handle, "refused");
            throw new StateException.Conflict("no", "");
        });
        assertThatThrownBy(refused::join).hasCauseInstanceOf(StateException.Conflict.class);
        assertThat(write(handle -> add(handle, "afterwards")).join()).isTrue();

        assertThat(database.read(SharedCommitsTest::names)).containsExactly("Default", "afterwards");
    }

    @Test
    void writesWhatWaitsBeforeItCloses() throws InterruptedException {
        CompletableFuture<Boolean> first = keepBusy();
        CompletableFuture<Boolean> one = write(handle -> add(handle, "one"));
        CompletableFuture<Void> closing = CompletableFuture.runAsync(database::close, Thread::startVirtualThread);

        goOn.countDown();

        closing.join();
        assertThat(List.of(first.join(), one.join())).containsOnly(true);
        assertThatThrownBy(() -> database.write(handle -> handle.execute("DELETE FROM tenants")))
                .isInstanceOf(StateException.Unavailable.class)
                .hasMessageContaining("closed");
    }

    private CompletableFuture<Boolean> keepBusy() throws InterruptedException {
        CompletableFuture<Boolean> first = write(handle -> {
            add(handle, "first");
            busy.countDown();
            CompletableFuture.runAsync(this::awaitGoOn, Thread::startVirtualThread)
                    .join();
        });
        busy.await();
        return first;
    }

    private void awaitGoOn() {
        try {
            goOn.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Writes on a thread of its own, after those that wait already.
    private CompletableFuture<Boolean> write(Consumer<Handle> work) {
        var result = new CompletableFuture<Boolean>();
        Thread thread = Thread.ofPlatform()
                .start(() -> result.completeAsync(
                        () -> database.write(handle -> {
                            work.accept(handle);
                            return true;
                        }),
                        Runnable::run));
        while (thread.isAlive() && thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        return result;
    }

    private static void add(Handle handle, String name) {
        handle.createUpdate("INSERT INTO tenants (id, name, info, created_at) VALUES (:name, :name, '', 0)")
                .bind("name", name)
                .execute();
    }

    private static List<String> names(Handle handle) {
        return handle.createQuery("SELECT name FROM tenants ORDER BY name")
                .mapTo(String.class)
                .list();
    }
}
