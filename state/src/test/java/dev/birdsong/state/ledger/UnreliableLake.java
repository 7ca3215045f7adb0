// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.ledger;

import dev.birdsong.spi.lake.Acknowledgement;
import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.lake.LakeException;
import dev.birdsong.spi.lake.PutResult;
import java.lang.reflect.Proxy;
import java.util.Random;

/// A lake that takes what it is given and, now and then, says that it did not.
final class UnreliableLake {

    private final DataLake behind;
    private final Random random;
    private boolean failing;

    UnreliableLake(DataLake behind, Random random) {
        this.behind = behind;
        this.random = random;
    }

    void failing(boolean now) {
        failing = now;
    }

    DataLake lake() {
        return (DataLake) Proxy.newProxyInstance(
                DataLake.class.getClassLoader(), new Class<?>[] {DataLake.class}, (_, method, arguments) -> {
                    boolean fails = failing && method.getName().equals("put") && random.nextInt(8) == 0;
                    Object answer = method.invoke(behind, arguments);
                    return fails ? new NotDurable() : answer;
                });
    }

    private static final class NotDurable implements Acknowledgement {

        @Override
        public boolean isDone() {
            return true;
        }

        @Override
        public PutResult await() {
            throw new LakeException("disk full");
        }
    }
}
