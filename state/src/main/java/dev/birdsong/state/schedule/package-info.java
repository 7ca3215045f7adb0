// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// When each content type of each connector is collected, and by which node.
@NullMarked
package dev.birdsong.state.schedule;

import org.jspecify.annotations.NullMarked;
