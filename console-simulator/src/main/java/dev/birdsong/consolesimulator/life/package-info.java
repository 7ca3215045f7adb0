// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// What happens at a console of itself: attacks, people at work, birds that fall silent.
@NullMarked
package dev.birdsong.consolesimulator.life;

import org.jspecify.annotations.NullMarked;
