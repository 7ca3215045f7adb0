// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// Partitions on disk: writing, committing, and what readers see.
@NullMarked
package dev.birdsong.lakes.lucene.store;

import org.jspecify.annotations.NullMarked;
