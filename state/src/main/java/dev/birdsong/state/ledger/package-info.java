// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// The ledger in SQL: what is not in the lake and why, and how streams were compared with their sources.
@NullMarked
package dev.birdsong.state.ledger;

import org.jspecify.annotations.NullMarked;
