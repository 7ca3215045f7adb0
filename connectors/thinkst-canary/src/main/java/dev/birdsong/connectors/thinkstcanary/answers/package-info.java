// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// Reads the console's answers while they stream in, and makes records of them.
@NullMarked
package dev.birdsong.connectors.thinkstcanary.answers;

import org.jspecify.annotations.NullMarked;
