// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine;

import dev.birdsong.spi.connector.Shown;

/// A thing that a source showed, and whether any record of it went to the lake.
public record ShownThing(Shown shown, boolean stored) {}
