// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// Runs rounds: what a collector reads goes through the log filters into the lake, and the position moves behind it.
@NullMarked
package dev.birdsong.engine;

import org.jspecify.annotations.NullMarked;
