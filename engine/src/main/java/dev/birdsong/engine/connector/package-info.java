// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// Connectors as they are set up, and how they stand.
@NullMarked
package dev.birdsong.engine.connector;

import org.jspecify.annotations.NullMarked;
