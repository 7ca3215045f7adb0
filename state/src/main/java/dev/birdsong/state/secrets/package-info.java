// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// Secrets, encrypted by a key outside the database.
@NullMarked
package dev.birdsong.state.secrets;

import org.jspecify.annotations.NullMarked;
