// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// Where records live and are searched, whatever engine is underneath.
@NullMarked
package dev.birdsong.spi.lake;

import org.jspecify.annotations.NullMarked;
