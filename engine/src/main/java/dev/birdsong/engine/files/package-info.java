// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// The engine's ports on plain files, for collecting without a server.
@NullMarked
package dev.birdsong.engine.files;

import org.jspecify.annotations.NullMarked;
