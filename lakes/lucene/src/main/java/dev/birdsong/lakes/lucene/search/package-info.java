// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// Query trees as Lucene queries, and what is found, sorted and counted.
@NullMarked
package dev.birdsong.lakes.lucene.search;

import org.jspecify.annotations.NullMarked;
