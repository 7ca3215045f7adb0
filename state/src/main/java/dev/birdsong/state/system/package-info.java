// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// The few values that belong to the whole installation.
@NullMarked
package dev.birdsong.state.system;

import org.jspecify.annotations.NullMarked;
