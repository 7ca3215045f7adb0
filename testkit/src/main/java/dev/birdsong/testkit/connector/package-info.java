// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// What tests of connectors need: a way out that answers from a script, a sink that keeps, a clock that is set.
@NullMarked
package dev.birdsong.testkit.connector;

import org.jspecify.annotations.NullMarked;
