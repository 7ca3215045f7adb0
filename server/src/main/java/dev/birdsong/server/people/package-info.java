// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// Tenants, users and API keys over the API, and what they did.
@NullMarked
package dev.birdsong.server.people;

import org.jspecify.annotations.NullMarked;
