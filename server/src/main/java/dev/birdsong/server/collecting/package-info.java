// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// What collects: log filters, data analyzer profiles, nodes, and what came in.
@NullMarked
package dev.birdsong.server.collecting;

import org.jspecify.annotations.NullMarked;
