// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// What a fault is played with: a console, a program, and what must be in the lake at the end.
@NullMarked
package dev.birdsong.faults.play;

import org.jspecify.annotations.NullMarked;
