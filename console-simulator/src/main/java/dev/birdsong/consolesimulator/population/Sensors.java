// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.population;

import dev.birdsong.consolesimulator.population.Sensor.Bird;
import dev.birdsong.consolesimulator.population.Sensor.Settings;
import dev.birdsong.consolesimulator.population.Sensor.Token;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// The birds and tokens of one console.
public final class Sensors {

    private static final int KEPT = 1 << 16;
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";

    private final long seed;
    private final int count;
    private final AtomicReferenceArray<Bird> kept;

    Sensors(long seed, int count) {
        this.seed = seed;
        this.count = count;
        kept = new AtomicReferenceArray<>(Math.min(count, KEPT));
    }

    /// How many birds there are.
    public int count() {
        return count;
    }

    /// The bird with a number, from 0.
    public Bird bird(int number) {
        if (number >= kept.length()) {
            return made(number);
        }
        Bird bird = kept.get(number);
        if (bird == null) {
            bird = made(number);
            kept.set(number, bird);
        }
        return bird;
    }

    private Bird made(int number) {
        long draw = Draws.of(Draws.of(seed, 11), number);
        String nodeId = "00000000" + hex8((number + 1) * 0x9E3779B1 + (int) Draws.of(seed, 17));
        String name = Words.BIRDS.text(Draws.of(draw, 1)) + "-" + (number + 1);
        String address = "10." + (20 + number / 64_000 % 200) + "." + (number / 250 % 256) + "." + (1 + number % 250);
        return new Bird(number, nodeId, Hashes.deviceHash(nodeId), name, Flock.pick(Draws.of(draw, 2)), address, draw);
    }

    private static String hex8(int bits) {
        String hex = Integer.toHexString(bits);
        return "0".repeat(8 - hex.length()) + hex;
    }

    Sensor touched(Kind kind, long draw) {
        return switch (kind.target()) {
            case BIRD -> bird(Draws.below(count, draw));
            case TOKEN -> token(kind, Draws.below(count, draw));
            case CONSOLE -> settings("Console", draw);
            case FLOCK -> settings("flock_change", draw);
        };
    }

    private static Sensor settings(String nodeId, long draw) {
        return new Settings(nodeId, Hashes.deviceHash(nodeId), Flock.pick(draw));
    }

    private Sensor token(Kind kind, int number) {
        long draw = Draws.of(Draws.of(seed, kind.logtype()), number);
        var code = new char[25];
        for (int i = 0; i < code.length; i++) {
            code[i] = ALPHABET.charAt(Draws.below(ALPHABET.length(), Draws.of(draw, i)));
        }
        String nodeId = new String(code);
        String memo = Words.MEMOS.text(Draws.of(draw, 31));
        return new Token(
                nodeId, Hashes.deviceHash(nodeId), Flock.pick(Draws.of(draw, 30)), memo, "198.51.100." + kind.port());
    }
}
