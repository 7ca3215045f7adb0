// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// Health, metrics and version, for those who run the server.
@NullMarked
package dev.birdsong.server.operations;

import org.jspecify.annotations.NullMarked;
