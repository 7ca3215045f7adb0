// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// Tests of what the hunting pages are made of.
@NullMarked
package dev.birdsong.server.pages.hunting;

import org.jspecify.annotations.NullMarked;
