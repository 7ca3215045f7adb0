// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// Walks through the console's lists page by page, and knows where to go on. Start reading at [ListCollector], then
/// [Walker].
@NullMarked
package dev.birdsong.connectors.thinkstcanary.collect;

import org.jspecify.annotations.NullMarked;
