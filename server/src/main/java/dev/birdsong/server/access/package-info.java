// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// Who asks, and what they may do.
@NullMarked
package dev.birdsong.server.access;

import org.jspecify.annotations.NullMarked;
