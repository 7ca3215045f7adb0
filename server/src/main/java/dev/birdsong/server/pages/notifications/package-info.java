// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// Pages about what needs somebody, and who is told of it.
@NullMarked
package dev.birdsong.server.pages.notifications;

import org.jspecify.annotations.NullMarked;
