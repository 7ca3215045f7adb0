// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// Who may do what, and who did what.
@NullMarked
package dev.birdsong.state.access;

import org.jspecify.annotations.NullMarked;
