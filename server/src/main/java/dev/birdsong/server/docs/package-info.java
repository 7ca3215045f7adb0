// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// What describes the API: the OpenAPI document, and a page to try it.
@NullMarked
package dev.birdsong.server.docs;

import org.jspecify.annotations.NullMarked;
