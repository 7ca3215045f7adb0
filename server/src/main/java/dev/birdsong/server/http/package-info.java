// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// What every endpoint shares: bodies, errors, limits.
@NullMarked
package dev.birdsong.server.http;

import org.jspecify.annotations.NullMarked;
