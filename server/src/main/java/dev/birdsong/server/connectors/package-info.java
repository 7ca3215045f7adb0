// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// Connectors over the API: the catalogue, setting them up, testing, collecting, setting back.
@NullMarked
package dev.birdsong.server.connectors;

import org.jspecify.annotations.NullMarked;
