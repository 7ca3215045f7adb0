// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// Compares what a console holds with what a lake holds, fact by fact.
@NullMarked
package dev.birdsong.testkit.truth;

import org.jspecify.annotations.NullMarked;
