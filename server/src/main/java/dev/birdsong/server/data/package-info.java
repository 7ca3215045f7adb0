// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// The records in the lake over the API, always within the caller's tenants.
@NullMarked
package dev.birdsong.server.data;

import org.jspecify.annotations.NullMarked;
