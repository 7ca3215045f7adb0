// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// Nodes, and which connectors they run.
@NullMarked
package dev.birdsong.state.profile;

import org.jspecify.annotations.NullMarked;
