// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// Tells people, by mail and by webhook, when a connector or a device needs them.
@NullMarked
package dev.birdsong.server.notifications;

import org.jspecify.annotations.NullMarked;
