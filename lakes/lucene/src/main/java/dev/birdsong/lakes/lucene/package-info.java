// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// The lake in one process: a Lucene index per month, in one folder.
@NullMarked
package dev.birdsong.lakes.lucene;

import org.jspecify.annotations.NullMarked;
