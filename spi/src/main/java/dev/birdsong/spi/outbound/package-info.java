// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// The one way out: what a plugin may ask of hosts outside.
@NullMarked
package dev.birdsong.spi.outbound;

import org.jspecify.annotations.NullMarked;
