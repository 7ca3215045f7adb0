// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// The query tree, as every lake understands it.
@NullMarked
package dev.birdsong.spi.query;

import org.jspecify.annotations.NullMarked;
