// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// Measurements of whole processes, each beside a floor or a peer in the same run.
@NullMarked
package dev.birdsong.benchmarks;

import org.jspecify.annotations.NullMarked;
