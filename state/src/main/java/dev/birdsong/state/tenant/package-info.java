// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// Tenants, and what each calls its sources.
@NullMarked
package dev.birdsong.state.tenant;

import org.jspecify.annotations.NullMarked;
