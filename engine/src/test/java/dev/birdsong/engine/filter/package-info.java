// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.birdsong.engine.filter;

import org.jspecify.annotations.NullMarked;
