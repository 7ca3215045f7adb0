// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.settings;

import java.time.Duration;
import java.util.Optional;

/// What goes wrong with an answer.
public sealed interface Effect {

    /// Another status, with an error envelope or the HTML page of a proxy as its body.
    record Status(int code, boolean html) implements Effect {}

    /// Status 429, with or without `Retry-After` in seconds.
    record TooMany(Optional<Integer> retryAfter) implements Effect {}

    /// The answer begins late.
    record Delay(Duration time) implements Effect {}

    /// The connection ends after so many bytes of the body.
    record Cut(int bytes) implements Effect {}

    /// The body comes at so many bytes a second.
    record Slow(int bytesPerSecond) implements Effect {}

    /// The record with this number in its list, from 1, is not JSON; the others are.
    record BrokenAt(int record) implements Effect {}

    /// The incident, audit record or device with this id is not JSON wherever it shows.
    record BrokenRecord(String id) implements Effect {}

    /// The connection is reset before an answer.
    record Reset() implements Effect {}

    /// A proxy answers with its own page, at status 200.
    record ProxyPage() implements Effect {}

    /// An error envelope at status 200.
    record ErrorResult() implements Effect {}

    /// A small packed body that unpacks to so many megabytes.
    record Bomb(int megabytes) implements Effect {}
}
