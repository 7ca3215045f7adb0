// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// Runs the rounds of connectors: what a round needs to know, one at a time for each stream, and what became of it.
@NullMarked
package dev.birdsong.engine.run;

import org.jspecify.annotations.NullMarked;
