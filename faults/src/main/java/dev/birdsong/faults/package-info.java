// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// The fault suite: a catalogue of all that may go wrong, each entry with what is done and what guards against it.
@NullMarked
package dev.birdsong.faults;

import org.jspecify.annotations.NullMarked;
