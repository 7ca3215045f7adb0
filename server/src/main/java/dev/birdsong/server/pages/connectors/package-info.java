// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// The pages about connectors: the overview, the catalogue, making, testing and watching them.
@NullMarked
package dev.birdsong.server.pages.connectors;

import org.jspecify.annotations.NullMarked;
