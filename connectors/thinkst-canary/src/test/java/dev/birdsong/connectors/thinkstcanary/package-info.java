// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// What the connector type does.
@NullMarked
package dev.birdsong.connectors.thinkstcanary;

import org.jspecify.annotations.NullMarked;
