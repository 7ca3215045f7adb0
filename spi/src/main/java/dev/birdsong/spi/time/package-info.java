// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// Time that is handed in.
@NullMarked
package dev.birdsong.spi.time;

import org.jspecify.annotations.NullMarked;
