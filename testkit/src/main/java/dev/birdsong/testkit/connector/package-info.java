// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// What tests of connectors need: a way out that answers from a script, and a sink that keeps.
@NullMarked
package dev.birdsong.testkit.connector;

import org.jspecify.annotations.NullMarked;
