// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.population;

/// The addresses that attacks come from: private networks and those that are kept for documentation.
final class Attackers {

    private static final int COUNT = 5_000;

    private Attackers() {}

    static String address(long seed, long draw) {
        long who = Draws.of(Draws.of(seed, 12), Draws.below(COUNT, draw));
        int low = 1 + Draws.below(254, Draws.of(who, 1));
        int middle = Draws.below(256, Draws.of(who, 2));
        return switch (Draws.below(20, who)) {
            case 0, 1, 2, 3, 4, 5, 6, 7 -> "10." + (20 + middle % 40) + "." + middle + "." + low;
            case 8, 9, 10 -> "192.168." + middle + "." + low;
            case 11 -> "172.16." + middle + "." + low;
            case 12, 13, 14, 15 -> "203.0.113." + low;
            case 16, 17 -> "198.51.100." + low;
            case 18 -> "192.0.2." + low;
            default -> "2001:db8:" + Integer.toHexString(middle) + "::" + Integer.toHexString(low);
        };
    }

    static String reverse(String address, long draw) {
        boolean named = address.startsWith("10.") && Draws.below(3, draw) == 0;
        return named ? "host-" + address.substring(3).replace('.', '-') + ".corp.example" : "";
    }
}
