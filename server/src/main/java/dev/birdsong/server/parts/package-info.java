// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// The parts that a server is made of, put together without Spring.
@NullMarked
package dev.birdsong.server.parts;

import org.jspecify.annotations.NullMarked;
