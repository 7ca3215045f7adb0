// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene;

import dev.birdsong.spi.lake.Acknowledgement;
import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.record.LakeRecord;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.store.FSDirectory;

/// Puts one state after the other into the lake in a folder, from a number on, and says which ones are durable, until
/// it is ended.
final class PuttingProgram {

    static final int IDS = 500;

    private PuttingProgram() {}

    public static void main(String[] arguments) throws InterruptedException {
        try (DataLake lake = NumberedStates.open(Path.of(arguments[0]), FSDirectory::open)) {
            for (int number = Integer.parseInt(arguments[1]); true; number += 2) {
                Acknowledgement put = lake.put(List.of(state(number), state(number + 1)));
                put.await();
                System.out.println(number);
                System.out.println(number + 1);
            }
        }
    }

    private static LakeRecord state(int number) {
        return NumberedStates.state(number % IDS, number);
    }
}
