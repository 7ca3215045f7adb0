// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// Configuration as code: what a file says there should be, and how a running server is made to have it.
@NullMarked
package dev.birdsong.cli.apply;

import org.jspecify.annotations.NullMarked;
