// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// What the console was born with: birds, tokens, attacks, users, each a pure function of a seed and a number.
@NullMarked
package dev.birdsong.consolesimulator.population;

import org.jspecify.annotations.NullMarked;
