// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// A server that collects for a long time from a busy console, while something goes wrong every few seconds.
@NullMarked
package dev.birdsong.faults.soak;

import org.jspecify.annotations.NullMarked;
