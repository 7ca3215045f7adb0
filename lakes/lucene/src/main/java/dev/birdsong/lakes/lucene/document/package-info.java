// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// What a record becomes in a Lucene index.
@NullMarked
package dev.birdsong.lakes.lucene.document;

import org.jspecify.annotations.NullMarked;
