// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// Positions, leases, quarantine, and how rounds went.
@NullMarked
package dev.birdsong.state.rounds;

import org.jspecify.annotations.NullMarked;
