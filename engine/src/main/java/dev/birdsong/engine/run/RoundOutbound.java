// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.run;

import dev.birdsong.spi.outbound.Outbound;

/// Knows the way out to the consoles for rounds of a content type, so that what goes out can be told apart.
@FunctionalInterface
public interface RoundOutbound {

    /// The way out for this content type of connectors of this type.
    Outbound of(String connectorType, String contentType);
}
