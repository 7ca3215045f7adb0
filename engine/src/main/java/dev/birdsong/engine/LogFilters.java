// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine;

import dev.birdsong.spi.record.LakeRecord;
import java.util.Optional;

/// Decides which records are left out of the lake.
@FunctionalInterface
public interface LogFilters {

    /// Leaves nothing out.
    LogFilters NONE = _ -> Optional.empty();

    /// The filter that leaves the record out of the lake, by its id; nothing where it goes into the lake. What is left
    /// out is counted, never silently gone.
    Optional<String> leavingOut(LakeRecord record);
}
