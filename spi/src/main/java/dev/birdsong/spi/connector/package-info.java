// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// What a kind of source looks like to Birdsong: its type, its collectors, and how they fail.
@NullMarked
package dev.birdsong.spi.connector;

import org.jspecify.annotations.NullMarked;
