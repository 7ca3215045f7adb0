// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine;

import dev.birdsong.spi.record.LakeRecord;

/// Decides which records are left out of the lake.
@FunctionalInterface
public interface LogFilters {

    /// Leaves nothing out.
    LogFilters NONE = _ -> true;

    /// Whether the record goes into the lake. What is left out is counted, never silently gone.
    boolean admit(LakeRecord record);
}
