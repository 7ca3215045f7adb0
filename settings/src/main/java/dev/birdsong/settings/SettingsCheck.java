// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.settings;

import dev.birdsong.settings.Settings.RetentionSettings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns texts into settings, and collects what is wrong with them.
record SettingsCheck(Values values) {

    private static final Pattern DAYS = Pattern.compile("([1-9][0-9]{0,5})d");

    /// @param hostName what the node is called if nobody named it
    Settings settings(String hostName) {
        Path dataDir = Path.of(values.text(Setting.DATA_DIR));
        if (!values.text(Setting.LAKE).equals("lucene")) {
            values.wrong(Setting.LAKE, values.text(Setting.LAKE), "lucene; this version has no other lake");
        }
        StateCheck state = new StateCheck(values);
        return new Settings(
                dataDir,
                new ConsoleCheck(values).settings(),
                new RetentionSettings(days(Setting.RETENTION_SYSLOG), days(Setting.RETENTION_ASSETS)),
                new ServerCheck(values).settings(),
                state.settings(dataDir),
                state.node(hostName),
                new MessageCheck(values).settings());
    }

    private Optional<Integer> days(Setting setting) {
        String text = values.text(setting);
        if (text.equals("forever")) {
            return Optional.empty();
        }
        Matcher days = DAYS.matcher(text);
        if (!days.matches()) {
            values.wrong(setting, text, "'forever' or a number of days such as 365d");
            return Optional.empty();
        }
        return Optional.of(Integer.valueOf(days.group(1)));
    }
}
