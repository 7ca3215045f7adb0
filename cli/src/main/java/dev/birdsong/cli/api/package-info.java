// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// A running server as its clients see it: over HTTP.
@NullMarked
package dev.birdsong.cli.api;

import org.jspecify.annotations.NullMarked;
