// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// The real program, as a process of its own: as it is shipped, or halted at a step of a round.
@NullMarked
package dev.birdsong.faults.program;

import org.jspecify.annotations.NullMarked;
