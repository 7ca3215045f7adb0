// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// Investigate | Assets: the birds, and one of them.
@NullMarked
package dev.birdsong.server.pages.birds;

import org.jspecify.annotations.NullMarked;
