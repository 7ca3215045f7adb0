// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.catalogue;

/// What the operator allows beyond the rules of a form.
@FunctionalInterface
public interface Exemptions {

    /// Nothing.
    Exemptions NONE = _ -> false;

    /// Whether this `host:port` is one of the simulators on loopback, which alone may carry a port.
    boolean mayCarryPort(String hostAndPort);
}
