// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// What people keep of their searches.
@NullMarked
package dev.birdsong.state.hunting;

import org.jspecify.annotations.NullMarked;
