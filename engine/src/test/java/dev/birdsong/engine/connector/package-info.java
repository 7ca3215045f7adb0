// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.birdsong.engine.connector;

import org.jspecify.annotations.NullMarked;
