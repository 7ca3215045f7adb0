// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.birdsong.server.pages;

import org.jspecify.annotations.NullMarked;
