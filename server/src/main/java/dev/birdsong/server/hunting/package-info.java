// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// What is read out of the records: searches, incidents, attackers, birds, and how things stand.
@NullMarked
package dev.birdsong.server.hunting;

import org.jspecify.annotations.NullMarked;
