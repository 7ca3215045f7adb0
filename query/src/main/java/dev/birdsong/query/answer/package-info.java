// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0

/// The answer to a search as JSON.
@NullMarked
package dev.birdsong.query.answer;

import org.jspecify.annotations.NullMarked;
