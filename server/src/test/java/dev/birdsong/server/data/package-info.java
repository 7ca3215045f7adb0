// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// Tests of what is read out of the records.
@NullMarked
package dev.birdsong.server.data;

import org.jspecify.annotations.NullMarked;
