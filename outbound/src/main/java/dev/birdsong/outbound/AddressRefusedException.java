// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.outbound;

import java.net.UnknownHostException;

/// A host has no address that we may go to. Of this kind because a resolver can throw no other.
final class AddressRefusedException extends UnknownHostException {

    private static final long serialVersionUID = 1;

    AddressRefusedException(String message) {
        super(message);
    }
}
