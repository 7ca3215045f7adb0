// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// Connectors as they are kept.
@NullMarked
package dev.birdsong.state.connector;

import org.jspecify.annotations.NullMarked;
