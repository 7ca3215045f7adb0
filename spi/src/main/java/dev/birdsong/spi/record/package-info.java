// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// What is collected: records, their ids, versions and fields.
@NullMarked
package dev.birdsong.spi.record;

import org.jspecify.annotations.NullMarked;
