// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.settings;

import java.util.List;

/// Settings that cannot be used. Names all problems at once.
public final class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public SettingsException(List<String> problems) {
        super(String.join("; ", problems));
    }
}
