// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// A Canary Console that answers as the real one is documented to, and misbehaves on request.
@NullMarked
package dev.birdsong.consolesimulator;

import org.jspecify.annotations.NullMarked;
