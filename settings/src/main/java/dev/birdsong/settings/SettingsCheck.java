// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.settings;

import dev.birdsong.settings.Settings.RetentionSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns texts into settings, and collects what is wrong with them.
final class SettingsCheck {

    private static final Pattern DAYS = Pattern.compile("([1-9][0-9]{0,5})d");
    private static final Pattern HOST_PATTERN = Pattern.compile("(\\*\\.)?[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?");
    private static final Pattern LOOPBACK = Pattern.compile("(127\\.[0-9.]+|localhost|\\[::1]):[0-9]{1,5}");

    private final Map<Setting, String> given;
    private final List<String> problems;

    SettingsCheck(Map<Setting, String> given, List<String> problems) {
        this.given = given;
        this.problems = problems;
    }

    Settings settings() {
        return new Settings(
                Path.of(text(Setting.DATA_DIR)),
                consoles(),
                new RetentionSettings(days(Setting.RETENTION_SYSLOG), days(Setting.RETENTION_ASSETS)));
    }

    private ConsoleSettings consoles() {
        return new ConsoleSettings(
                list(Setting.ALLOWED_CONSOLES, HOST_PATTERN, "a host name or a pattern such as *.canary.tools"),
                list(Setting.INSECURE_CONSOLES, LOOPBACK, "a loopback address with its port such as 127.0.0.1:18080"),
                proxy(),
                caFile());
    }

    private List<String> list(Setting setting, Pattern pattern, String expected) {
        List<String> values = Arrays.stream(text(setting).split(",", -1))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
        values.stream()
                .filter(value -> !pattern.matcher(value).matches())
                .forEach(value -> wrong(setting, value, expected));
        return values;
    }

    private Optional<Integer> days(Setting setting) {
        String text = text(setting);
        if (text.equals("forever")) {
            return Optional.empty();
        }
        Matcher days = DAYS.matcher(text);
        if (!days.matches()) {
            wrong(setting, text, "'forever' or a number of days such as 365d");
            return Optional.empty();
        }
        return Optional.of(Integer.valueOf(days.group(1)));
    }

    private Optional<URI> proxy() {
        String text = text(Setting.PROXY);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(text);
            if (uri.getHost() != null && uri.getPort() > 0 && "http".equals(uri.getScheme())) {
                return Optional.of(uri);
            }
        } catch (URISyntaxException e) {
            // told below, as every other text that is no such address
        }
        wrong(Setting.PROXY, text, "an address such as http://proxy.example:3128");
        return Optional.empty();
    }

    private Optional<Path> caFile() {
        String text = text(Setting.CA_FILE);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Path file = Path.of(text);
        if (!Files.isReadable(file)) {
            wrong(Setting.CA_FILE, text, "a readable PEM file");
        }
        return Optional.of(file);
    }

    private String text(Setting setting) {
        return given.getOrDefault(setting, setting.fallback()).strip();
    }

    private void wrong(Setting setting, String value, String expected) {
        problems.add("'" + setting.key() + "' is '" + value + "', but takes " + expected);
    }
}
