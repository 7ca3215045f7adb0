// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// Signing in to the pages and out of them, and what a browser remembers between.
@NullMarked
package dev.birdsong.server.pages.session;

import org.jspecify.annotations.NullMarked;
