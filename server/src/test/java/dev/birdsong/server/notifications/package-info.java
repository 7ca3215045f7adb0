// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// Tests of what tells people.
@NullMarked
package dev.birdsong.server.notifications;

import org.jspecify.annotations.NullMarked;
