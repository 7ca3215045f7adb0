// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.settings;

import java.time.Duration;
import java.util.Optional;

/// What goes wrong with an answer.
public sealed interface Effect {

    /// Comes in the place of the answer.
    sealed interface Instead extends Effect {}

    /// Happens to the answer.
    sealed interface Beside extends Effect {}

    /// Another status, with an error envelope or the HTML page of a proxy as its body.
    record Status(int code, boolean html) implements Instead {}

    /// Status 429, with or without `Retry-After` in seconds.
    record TooMany(Optional<Integer> retryAfter) implements Instead {}

    /// Lets in one request in so much time; those between get 429, with `Retry-After` until the next is let in. There
    /// is one quota for all.
    record Quota(Duration each) implements Instead {}

    /// The answer begins late.
    record Delay(Duration time) implements Beside {}

    /// The connection ends after so many bytes of the body.
    record Cut(int bytes) implements Beside {}

    /// The body comes at so many bytes a second.
    record Slow(int bytesPerSecond) implements Beside {}

    /// The record with this number in its list, from 1, is not JSON; the others are.
    record BrokenAt(int record) implements Beside {}

    /// The incident, audit record or device with this id is not JSON wherever it shows.
    record BrokenRecord(String id) implements Beside {}

    /// The connection is reset before an answer.
    record Reset() implements Instead {}

    /// A proxy answers with its own page, at status 200.
    record ProxyPage() implements Instead {}

    /// An error envelope at status 200.
    record ErrorResult() implements Instead {}

    /// A small packed body that unpacks to so many megabytes.
    record Bomb(int megabytes) implements Instead {}
}
