// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// The simulated console, asked over HTTP as a connector asks it.
@NullMarked
package dev.birdsong.consolesimulator;

import org.jspecify.annotations.NullMarked;
