// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.birdsong.state.ledger;

import org.jspecify.annotations.NullMarked;
