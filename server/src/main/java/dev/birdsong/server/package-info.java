// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// The server: what it is made of, and how it starts and stops.
@NullMarked
package dev.birdsong.server;

import org.jspecify.annotations.NullMarked;
