// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// The database: opening it, asking it, writing to it.
@NullMarked
package dev.birdsong.state.sql;

import org.jspecify.annotations.NullMarked;
