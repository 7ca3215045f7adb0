// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.population;

/// What was touched.
public sealed interface Sensor {

    String nodeId();

    String deviceHash();

    String name();

    Flock flock();

    /// The address that was talked to.
    String address();

    /// A Canary.
    ///
    /// @param number which one, from 0
    record Bird(int number, String nodeId, String deviceHash, String name, Flock flock, String address, long draw)
            implements Sensor {}

    /// A Canarytoken; its node id is the token itself.
    record Token(String nodeId, String deviceHash, Flock flock, String memo, String address) implements Sensor {

        @Override
        public String name() {
            return "N/A";
        }
    }

    /// The console itself, or one of its flocks, whose settings were changed.
    record Settings(String nodeId, String deviceHash, Flock flock) implements Sensor {

        @Override
        public String name() {
            return nodeId;
        }

        @Override
        public String address() {
            return "";
        }
    }
}
