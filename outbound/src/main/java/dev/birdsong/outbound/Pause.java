// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.outbound;

import java.time.Duration;

/// Waits.
interface Pause {

    void last(Duration time) throws InterruptedException;
}
