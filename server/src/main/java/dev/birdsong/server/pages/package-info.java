// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// The web pages: a face on the API. A page reads forms and shows what the endpoints answer, and knows no rule itself.
@NullMarked
package dev.birdsong.server.pages;

import org.jspecify.annotations.NullMarked;
