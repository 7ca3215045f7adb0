// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// The pages about what collects, and what is left out: log filters, data analyzer profiles, nodes.
@NullMarked
package dev.birdsong.server.pages.collecting;

import org.jspecify.annotations.NullMarked;
