// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// Who is told when a connector or a device needs somebody, what was found, and what became of telling it.
@NullMarked
package dev.birdsong.state.notification;

import org.jspecify.annotations.NullMarked;
