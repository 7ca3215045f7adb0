// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// What the console holds now: the population and, over it, what has changed since.
@NullMarked
package dev.birdsong.consolesimulator.book;

import org.jspecify.annotations.NullMarked;
