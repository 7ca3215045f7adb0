// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// Investigate | Attackers: those who touched decoys, and all that one of them did.
@NullMarked
package dev.birdsong.server.pages.attackers;

import org.jspecify.annotations.NullMarked;
