// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// The pages about people: tenants, users, API keys, one's own account, and who did what.
@NullMarked
package dev.birdsong.server.pages.people;

import org.jspecify.annotations.NullMarked;
