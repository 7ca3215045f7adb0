// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// What the operator decides: read once at the start, from a file and the environment.
@NullMarked
package dev.birdsong.settings;

import org.jspecify.annotations.NullMarked;
