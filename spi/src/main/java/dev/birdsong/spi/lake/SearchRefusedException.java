// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.lake;

/// A search asks for what no lake answers: an order by a field that is not listed, more buckets than there may be.
/// The lake is well; the message says what to ask for instead.
public final class SearchRefusedException extends LakeException {

    private static final long serialVersionUID = 1;

    public SearchRefusedException(String message) {
        super(message);
    }

    public SearchRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
