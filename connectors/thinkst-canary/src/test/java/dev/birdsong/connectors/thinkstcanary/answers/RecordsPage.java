// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

import dev.birdsong.connectors.thinkstcanary.answers.json.Json;
import dev.birdsong.spi.connector.StartFrom;
import dev.birdsong.spi.record.Field;
import dev.birdsong.spi.record.InterflowFields;
import dev.birdsong.spi.record.LakeRecord;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/// The parts of `docs/records.md` that come from the code, each between two marks.
final class RecordsPage {

    static final Path FILE = Path.of("..", "..", "docs", "records.md");

    private static final Pattern PART =
            Pattern.compile("(<!-- from code: (\\S+) -->\n).*?(<!-- end -->)", Pattern.DOTALL);

    private final Map<String, String> parts = new LinkedHashMap<>();

    RecordsPage(Path folder) throws Exception {
        fields("lake", InterflowFields.GIVEN_BY_LAKE);
        fields("common", InterflowFields.COMMON);
        fields("standard", InterflowFields.STANDARD);
        fields("incident", ThinkstCanaryFields.INCIDENT);
        fields("of-incident", ThinkstCanaryFields.OF_INCIDENT);
        fields("event", ThinkstCanaryFields.EVENT);
        fields("audit", ThinkstCanaryFields.AUDIT);
        fields("device", ThinkstCanaryFields.DEVICE);
        fields("asset", ThinkstCanaryFields.ASSET);
        parts.put("log-types", logTypes());
        examples(folder).forEach((name, record) -> parts.put("example-" + name, example(record)));
    }

    List<String> names() {
        return List.copyOf(parts.keySet());
    }

    /// The page with its marked parts as the code says they are.
    String filledIn(String page) {
        return PART.matcher(page)
                .replaceAll(part -> Matcher.quoteReplacement(
                        part.group(1) + parts.getOrDefault(part.group(2), "unknown part\n") + part.group(3)));
    }

    private static Map<String, LakeRecord> examples(Path folder) throws Exception {
        CollectedRecords sink = new CollectedRecords();
        sink.read(
                new IncidentPageReader(CollectedRecords.ORIGIN, 0, StartFrom.ALL, folder),
                Examples.incidents(Examples.sshIncident(Examples.SSH_EVENT)));
        sink.read(new AuditPageReader(CollectedRecords.ORIGIN, StartFrom.ALL), Examples.audit(Examples.AUDIT));
        sink.read(new DevicePageReader(CollectedRecords.ORIGIN, 1_790_000_000_000L), Examples.devices(Examples.DEVICE));
        List<String> names = List.of("incident", "event", "audit", "device", "asset");
        Map<String, LakeRecord> examples = new LinkedHashMap<>();
        names.forEach(name -> examples.put(name, sink.records.get(names.indexOf(name))));
        return examples;
    }

    private void fields(String name, List<Field> fields) {
        parts.put(
                name,
                fields.stream()
                        .map(field -> row(
                                "`" + field.path() + "`",
                                field.type().name().toLowerCase(Locale.ROOT),
                                field.from(),
                                "`" + field.example() + "`"))
                        .collect(Collectors.joining("", head("field", "type", "from", "example"), "")));
    }

    private static String logTypes() {
        return LogTypes.known().stream()
                .map(type -> row(
                        type.number(),
                        type.summary(),
                        type.category().label(),
                        type.severity(),
                        (type.technique().id() + " " + type.technique().name()).strip()))
                .collect(Collectors.joining(
                        "", head("log type", "kind", "event_class", "severity", "MITRE ATT&CK technique"), ""));
    }

    private static String head(String... cells) {
        return row(cells) + "|" + "---|".repeat(cells.length) + "\n";
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String example(LakeRecord record) {
        StringWriter pretty = new StringWriter();
        PrettyPrinter lines = new DefaultPrettyPrinter();
        ObjectWriteContext context = new ObjectWriteContext.Base() {
            @Override
            public PrettyPrinter getPrettyPrinter() {
                return lines;
            }
        };
        try (JsonParser parser = Json.parser(record.document().open());
                JsonGenerator generator = new JsonFactory().createGenerator(context, pretty)) {
            while (parser.nextToken() != null) {
                generator.copyCurrentEventExact(parser);
            }
        }
        return "```json\n" + pretty + "\n```\n";
    }
}
