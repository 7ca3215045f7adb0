// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// What Birdsong remembers beside the lake, in SQL: all of it opened by [dev.birdsong.state.State].
@NullMarked
package dev.birdsong.state;

import org.jspecify.annotations.NullMarked;
