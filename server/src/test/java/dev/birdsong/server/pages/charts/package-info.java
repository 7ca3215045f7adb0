// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// Tests of the charts.
@NullMarked
package dev.birdsong.server.pages.charts;

import org.jspecify.annotations.NullMarked;
