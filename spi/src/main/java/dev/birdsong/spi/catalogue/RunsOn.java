// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.catalogue;

/// Where a connector can run.
public enum RunsOn {
    /// Inside of Birdsong itself.
    DATA_PROCESSOR("dp", "DP");

    private final String code;
    private final String label;

    RunsOn(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /// As programs name it, such as `dp`.
    public String code() {
        return code;
    }

    /// As people read it, such as "DP".
    public String label() {
        return label;
    }
}
