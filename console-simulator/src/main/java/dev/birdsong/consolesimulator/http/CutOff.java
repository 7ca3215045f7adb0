// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.http;

import java.io.IOException;

/// The connection is to end here.
final class CutOff extends IOException {

    private static final long serialVersionUID = 1;

    CutOff() {
        super("the body is cut here");
    }
}
