// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// Threat hunting: looking for records in the lake.
@NullMarked
package dev.birdsong.server.pages.hunting;

import org.jspecify.annotations.NullMarked;
