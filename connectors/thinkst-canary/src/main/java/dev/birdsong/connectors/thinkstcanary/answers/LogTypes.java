// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

import dev.birdsong.connectors.thinkstcanary.answers.LogType.Category;
import dev.birdsong.connectors.thinkstcanary.answers.LogType.Technique;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The known log types, as `log-types.csv` lists them.
public final class LogTypes {

    private static final Map<String, LogType> KNOWN = read();

    private LogTypes() {}

    /// The log type of this number; one that is not known is unclassified.
    public static LogType of(String number) {
        LogType known = KNOWN.get(number);
        return known != null ? known : new LogType(number, "", Category.UNCLASSIFIED, "", new Technique("", ""));
    }

    /// All that are known, in the order of their numbers.
    public static List<LogType> known() {
        return List.copyOf(KNOWN.values());
    }

    private static Map<String, LogType> read() {
        try (InputStream in = LogTypes.class.getResourceAsStream("log-types.csv")) {
            if (in == null) {
                throw new IllegalStateException("log-types.csv is missing from the connector");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(LogTypes::parse)
                    .collect(Collectors.toMap(LogType::number, one -> one, (first, _) -> first, LinkedHashMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read log-types.csv", e);
        }
    }

    private static LogType parse(String line) {
        String[] cells = line.split(";", -1);
        return new LogType(
                cells[0],
                cells[1],
                Category.valueOf(cells[2].toUpperCase(Locale.ROOT)),
                cells[3],
                new Technique(cells[4], cells[5]));
    }
}
