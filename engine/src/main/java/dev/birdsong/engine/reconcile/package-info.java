// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// Compares all that a source holds with the lake: brings what is missing, and notes what is gone.
@NullMarked
package dev.birdsong.engine.reconcile;

import org.jspecify.annotations.NullMarked;
