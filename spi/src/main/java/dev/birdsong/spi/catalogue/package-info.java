// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// How a connector type describes itself: its overview, the form of its settings and what checks them, its help. The
/// overview page, the form and the checks of the API are made from this and nothing else.
@NullMarked
package dev.birdsong.spi.catalogue;

import org.jspecify.annotations.NullMarked;
