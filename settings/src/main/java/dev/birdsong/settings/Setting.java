// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Every setting there is: its key in the file, and by rule its name in the environment.
enum Setting {
    DATA_DIR("data-dir", "./data"),
    ALLOWED_CONSOLES("allowed-consoles", "*.canary.tools"),
    INSECURE_CONSOLES("insecure-consoles", ""),
    PROXY("proxy", ""),
    CA_FILE("ca-file", ""),
    ALLOWED_WEBHOOKS("allowed-webhooks", ""),
    PUBLIC_URL("public-url", ""),
    SMTP_HOST("smtp.host", ""),
    SMTP_PORT("smtp.port", ""),
    SMTP_USERNAME("smtp.username", ""),
    SMTP_PASSWORD("smtp.password", ""),
    SMTP_FROM("smtp.from", ""),
    SMTP_TLS("smtp.tls", "starttls"),
    RETENTION_SYSLOG("retention.syslog", "365d"),
    RETENTION_ASSETS("retention.assets", "forever"),
    ADDRESS("address", "127.0.0.1"),
    PORT("port", "8080"),
    LAKE("lake", "lucene"),
    DATABASE_URL("database-url", ""),
    KEY_FILE("key-file", ""),
    ADMIN_EMAIL("admin.email", ""),
    ADMIN_PASSWORD("admin.password", ""),
    ADMIN_API_KEY("admin.api-key", ""),
    NODE_NAME("node-name", ""),
    PROFILE("profile", "Default"),
    METRICS_ADDRESS("metrics.address", ""),
    BEHIND_PROXY("behind-proxy", "false"),
    TRUSTED_PROXIES("trusted-proxies", ""),
    GEOIP("geoip", ""),
    TLS_CERTIFICATE("tls.certificate", ""),
    TLS_PRIVATE_KEY("tls.private-key", "");

    private final String key;
    private final String fallback;

    Setting(String key, String fallback) {
        this.key = key;
        this.fallback = fallback;
    }

    String key() {
        return key;
    }

    String fallback() {
        return fallback;
    }

    /// `BIRDSONG_` and the key in upper case, dots and dashes as underscores.
    String variable() {
        return "BIRDSONG_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    static Optional<Setting> named(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key.equals(key))
                .findFirst();
    }

    static Optional<Setting> ofVariable(String variable) {
        return Arrays.stream(values())
                .filter(setting -> setting.variable().equals(variable))
                .findFirst();
    }
}
