// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// JSON written as bytes, fast enough that the console is never what a benchmark measures.
@NullMarked
package dev.birdsong.consolesimulator.json;

import org.jspecify.annotations.NullMarked;
