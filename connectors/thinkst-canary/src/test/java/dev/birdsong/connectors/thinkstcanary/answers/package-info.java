// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// What the readers of answers do.
@NullMarked
package dev.birdsong.connectors.thinkstcanary.answers;

import org.jspecify.annotations.NullMarked;
