// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// A small HTTP/1.1 server whose answers can be streamed, slowed, cut and reset.
@NullMarked
package dev.birdsong.consolesimulator.http;

import org.jspecify.annotations.NullMarked;
