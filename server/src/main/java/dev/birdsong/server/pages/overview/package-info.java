// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// The first page: how things stand.
@NullMarked
package dev.birdsong.server.pages.overview;

import org.jspecify.annotations.NullMarked;
