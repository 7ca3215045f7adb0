// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.run;

import dev.birdsong.engine.RoundCounts;
import dev.birdsong.engine.connector.Condition;
import dev.birdsong.engine.reconcile.Changes;
import dev.birdsong.engine.reconcile.Verdict;

/// How far a comparison has come.
public sealed interface Step {

    /// There is more to do, as soon as a round has looked for new records.
    ///
    /// @param counts what was done in this step
    record Going(RoundCounts counts) implements Step {}

    /// The source did not answer as it should, or something of ours did not: it goes on later where it was.
    record Failed(RoundCounts counts, Condition condition) implements Step {}

    /// It is complete.
    ///
    /// @param counts of the whole walk
    record Done(Verdict verdict, Changes changes, RoundCounts counts) implements Step {}
}
