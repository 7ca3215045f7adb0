// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// What a lake must do, a lake that does it in the plainest way, and records to try it with.
@NullMarked
package dev.birdsong.testkit.lake;

import org.jspecify.annotations.NullMarked;
