// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// Log filters: rules that leave records out of the lake.
@NullMarked
package dev.birdsong.engine.filter;

import org.jspecify.annotations.NullMarked;
