// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// Investigate | Incidents: all of them, and one of them.
@NullMarked
package dev.birdsong.server.pages.incidents;

import org.jspecify.annotations.NullMarked;
