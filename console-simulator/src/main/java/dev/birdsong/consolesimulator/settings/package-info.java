// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// What a simulated console is told: how much it holds, how it reads the contract, how it misbehaves.
@NullMarked
package dev.birdsong.consolesimulator.settings;

import org.jspecify.annotations.NullMarked;
