// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// Charts, drawn by the server.
@NullMarked
package dev.birdsong.server.pages.charts;

import org.jspecify.annotations.NullMarked;
