// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// The commands, and the wiring of the parts for those that need no server.
@NullMarked
package dev.birdsong.cli;

import org.jspecify.annotations.NullMarked;
