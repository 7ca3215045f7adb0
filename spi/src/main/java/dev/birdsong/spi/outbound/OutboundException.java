// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.outbound;

import java.io.IOException;

/// Why no answer came, or not all of it. Its message is for people: one line, what went wrong and what to do.
public sealed class OutboundException extends IOException permits HostRefusedException {

    private static final long serialVersionUID = 1;

    private final Kind kind;

    public OutboundException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /// What went wrong.
    public Kind kind() {
        return kind;
    }

    /// What can go wrong between us and a host.
    public enum Kind {
        /// The operator did not allow the host.
        HOST_REFUSED,
        /// Nobody knows an address of the host.
        NAME_NOT_FOUND,
        /// Nobody took the connection.
        NOT_CONNECTED,
        /// The host did not prove that it is who it should be.
        TLS_REFUSED,
        /// Nothing came in time, or too slowly.
        TIMED_OUT,
        /// The connection broke off in the middle.
        BROKEN_OFF,
        /// The proxy let nobody through.
        PROXY_REFUSED,
        /// The answer is longer than allowed, or unpacks to more than allowed.
        TOO_LARGE,
        /// The answer is not HTTP, or is not packed as it says.
        MALFORMED
    }
}
