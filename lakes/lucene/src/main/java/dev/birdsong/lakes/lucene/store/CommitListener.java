// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.store;

import java.time.Duration;

/// Hears how long it takes to make records durable and to show them. Called on the thread that commits.
public interface CommitListener {

    /// Hears nothing.
    CommitListener NONE = new CommitListener() {
        @Override
        public void committed(Duration took) {}

        @Override
        public void refreshed(Duration took) {}
    };

    /// What was written is on disk.
    void committed(Duration took);

    /// Searches find it.
    void refreshed(Duration took);
}
