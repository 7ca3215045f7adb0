// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.settings;

import dev.birdsong.settings.StateSettings.Admin;
import dev.birdsong.spi.connector.Secret;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/// Checks where the state lives, and who this node is.
record StateCheck(Values values) {

    private static final Pattern DATABASE = Pattern.compile("jdbc:(sqlite:.+|postgresql://.+)");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final Pattern NAME = Pattern.compile("[\\x21-\\x7e]{1,64}");
    private static final int SHORTEST_PASSWORD = 12;

    StateSettings settings(Path dataDir) {
        String url =
                values.optional(Setting.DATABASE_URL).orElseGet(() -> "jdbc:sqlite:" + dataDir.resolve("birdsong.db"));
        if (!DATABASE.matcher(url).matches()) {
            // not the text: it may have a password in it
            values.problem("'database-url' must begin with jdbc:sqlite: or jdbc:postgresql://");
        }
        Path keyFile = values.optional(Setting.KEY_FILE).map(Path::of).orElseGet(() -> dataDir.resolve("secret.key"));
        return new StateSettings(url, keyFile, admin());
    }

    NodeSettings node(String hostName) {
        String name = values.optional(Setting.NODE_NAME).orElse(hostName);
        if (!NAME.matcher(name).matches()) {
            values.wrong(Setting.NODE_NAME, name, "up to 64 printable ASCII characters without blanks");
        }
        return new NodeSettings(name, values.text(Setting.PROFILE));
    }

    private Admin admin() {
        Optional<String> email = values.optional(Setting.ADMIN_EMAIL);
        email.filter(text -> !EMAIL.matcher(text).matches())
                .ifPresent(text -> values.wrong(Setting.ADMIN_EMAIL, text, "an address such as admin@example.com"));
        Optional<Secret> password = values.optional(Setting.ADMIN_PASSWORD).map(Secret::new);
        if (password.filter(secret -> secret.reveal().length() < SHORTEST_PASSWORD)
                .isPresent()) {
            values.problem("'admin.password' must have at least " + SHORTEST_PASSWORD + " characters");
        }
        return new Admin(email, password, values.optional(Setting.ADMIN_API_KEY).map(Secret::new));
    }
}
