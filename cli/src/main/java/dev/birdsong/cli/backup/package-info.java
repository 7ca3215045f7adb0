// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// Backups: how one is made while others write, and how it comes back whole or not at all.
@NullMarked
package dev.birdsong.cli.backup;

import org.jspecify.annotations.NullMarked;
