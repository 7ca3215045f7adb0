// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.outbound;

/// The operator did not allow this host.
public final class HostRefusedException extends OutboundException {

    private static final long serialVersionUID = 1;

    public HostRefusedException(String message) {
        super(Kind.HOST_REFUSED, message);
    }
}
