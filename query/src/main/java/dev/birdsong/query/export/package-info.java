// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// Records on their way out of a lake: as NDJSON, as CSV, and as a table of their fields.
@NullMarked
package dev.birdsong.query.export;

import org.jspecify.annotations.NullMarked;
