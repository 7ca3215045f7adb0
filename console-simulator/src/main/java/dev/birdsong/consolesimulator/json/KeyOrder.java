// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.json;

/// In which order the keys of every object come.
public enum KeyOrder {
    ALPHABETICAL,
    REVERSE
}
