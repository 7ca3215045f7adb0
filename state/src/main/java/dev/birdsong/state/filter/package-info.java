// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// Log filters as they are kept.
@NullMarked
package dev.birdsong.state.filter;

import org.jspecify.annotations.NullMarked;
