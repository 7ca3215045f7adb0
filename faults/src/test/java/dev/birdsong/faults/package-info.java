// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.birdsong.faults;

import org.jspecify.annotations.NullMarked;
