// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0

/// The JSON body of a search and its query parameters, read once into a request.
@NullMarked
package dev.birdsong.query.body;

import org.jspecify.annotations.NullMarked;
