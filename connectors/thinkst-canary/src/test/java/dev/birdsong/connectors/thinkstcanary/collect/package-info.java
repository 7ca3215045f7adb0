// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// What the collectors do.
@NullMarked
package dev.birdsong.connectors.thinkstcanary.collect;

import org.jspecify.annotations.NullMarked;
