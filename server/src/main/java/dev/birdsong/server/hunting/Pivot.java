// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.hunting;

import dev.birdsong.spi.query.Query;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// By what somebody who touched the decoys can be known again.
public enum Pivot {
    SRCIP("Source address", "srcip"),
    SRCIP_HOST("Source name", "srcip_host"),
    USERNAME("User name", "username"),
    PASSWORD("Password", "thinkst_canary.event.PASSWORD"),
    KEY("Key", "thinkst_canary.event.KEY", "thinkst_canary.event.client_public_key"),
    AGENT("User agent", "thinkst_canary.event.USERAGENT", "thinkst_canary.event.headers.User-Agent");

    private final String label;
    private final String paths;

    Pivot(String label, String... paths) {
        this.label = label;
        this.paths = String.join(",", paths);
    }

    /// What people call it.
    public String label() {
        return label;
    }

    /// The name that addresses and the API know it by.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The fields that hold it.
    public List<String> paths() {
        return Arrays.asList(paths.split(",", -1));
    }

    /// The one with this name.
    public static Optional<Pivot> of(String key) {
        return Arrays.stream(values()).filter(pivot -> pivot.key().equals(key)).findFirst();
    }

    /// Records with this value.
    Query is(String value) {
        return new Query.Or(
                paths().stream().map(path -> Records.exactly(path, value)).toList());
    }
}
