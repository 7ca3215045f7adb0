// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.time;

/// A clock that never goes back, for measuring how long something has lasted.
///
/// Readings may be kept and compared by a later process, but only while the session is the same: across
/// sessions nothing is known about the time in between.
public interface MonotonicClock {

    /// Where readings can be compared: the boot of the machine where that is known, else the process.
    String session();

    /// Nanoseconds since an origin that is fixed within the session.
    long nanos();
}
