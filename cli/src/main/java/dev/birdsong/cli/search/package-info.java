// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// Searches from the command line: of a lake folder or of a running server, shown once or followed.
@NullMarked
package dev.birdsong.cli.search;

import org.jspecify.annotations.NullMarked;
