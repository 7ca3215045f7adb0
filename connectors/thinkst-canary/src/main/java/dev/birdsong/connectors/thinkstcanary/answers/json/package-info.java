// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// JSON while it streams in: its bytes as they came, and one form for what means the same.
@NullMarked
package dev.birdsong.connectors.thinkstcanary.answers.json;

import org.jspecify.annotations.NullMarked;
