// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// How the console shows what it holds: its API under `/api/v1/`, the truth to compare with, and its controls.
@NullMarked
package dev.birdsong.consolesimulator.api;

import org.jspecify.annotations.NullMarked;
