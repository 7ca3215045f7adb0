// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.settings;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads settings from `birdsong.yml` and the environment, which wins.
public final class SettingsReader {

    /// What `apply` signs in with: in the environment of commands, and no setting.
    private static final String API_KEY = "BIRDSONG_API_KEY";

    private final Map<Setting, String> given = new EnumMap<>(Setting.class);
    private final List<String> problems = new ArrayList<>();

    private SettingsReader() {}

    /// Reads them.
    ///
    /// @param file the settings file; nothing is read where there is none
    /// @throws SettingsException with all problems at once
    public static Settings read(Optional<Path> file, Map<String, String> environment) {
        SettingsReader reader = new SettingsReader();
        file.ifPresent(reader::readFile);
        reader.readEnvironment(environment);
        Settings settings =
                new SettingsCheck(new Values(reader.given, reader.problems)).settings(hostName(environment));
        if (!reader.problems.isEmpty()) {
            throw new SettingsException(reader.problems);
        }
        return settings;
    }

    private void readFile(Path file) {
        try {
            Object tree = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
            if (tree instanceof Map<?, ?> map) {
                flatten("", map, file);
            } else if (tree != null) {
                problems.add(file + " is not a list of 'key: value' lines");
            }
        } catch (IOException e) {
            problems.add("cannot read " + file + "; check that it exists and that this user may read it");
        } catch (YamlEngineException e) {
            problems.add(file + " is not YAML: " + oneLine(e));
        }
    }

    private void flatten(String prefix, Map<?, ?> map, Path file) {
        map.forEach((name, value) -> {
            String key = prefix + name;
            if (value instanceof Map<?, ?> nested) {
                flatten(key + ".", nested, file);
            } else {
                Setting.named(key)
                        .ifPresentOrElse(
                                setting -> given.put(setting, text(value)),
                                () -> problems.add("unknown setting '" + key + "' in " + file));
            }
        });
    }

    private void readEnvironment(Map<String, String> environment) {
        environment.forEach((variable, value) -> {
            if (variable.startsWith("BIRDSONG_") && !variable.equals(API_KEY)) {
                Setting.ofVariable(variable)
                        .ifPresentOrElse(
                                setting -> given.put(setting, value),
                                () -> problems.add("unknown setting " + variable + " in the environment"));
            }
        });
    }

    private static String hostName(Map<String, String> environment) {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException unnamed) {
            return environment.getOrDefault("HOSTNAME", "birdsong");
        }
    }

    private static String text(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(","))
                : String.valueOf(value);
    }

    private static String oneLine(YamlEngineException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("unreadable");
    }
}
