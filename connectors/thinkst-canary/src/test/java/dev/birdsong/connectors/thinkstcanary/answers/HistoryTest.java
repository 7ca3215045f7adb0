// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.connectors.thinkstcanary.answers.json.Canonical;
import dev.birdsong.connectors.thinkstcanary.answers.json.Json;
import dev.birdsong.connectors.thinkstcanary.answers.json.Members;
import dev.birdsong.spi.connector.StartFrom;
import dev.birdsong.spi.record.Document;
import dev.birdsong.spi.record.LakeRecord;
import dev.birdsong.testkit.RandomSeeds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JsonParser;

/// Whatever becomes of an incident, what the records hold is what the console said.
class HistoryTest {

    private final Map<String, LakeRecord> lake = new LinkedHashMap<>();

    @TempDir
    private Path folder;

    @RandomSeeds(300)
    void rebuildsWhatTheConsoleLastShowed(long seed) throws Exception {
        ConsoleHistory console = new ConsoleHistory(new Random(seed));
        Random random = new Random(seed + 1);

        String shown = collect(console);
        for (int i = 0; i < 15; i++) {
            console.live();
            if (random.nextBoolean()) {
                shown = collect(console);
            }
        }

        Optional<Document> rebuilt = RebuiltIncident.of(
                lake.values().stream().map(LakeRecord::document).toList());
        assertThat(rebuilt)
                .as("seed %d", seed)
                .map(json -> canonical(json, Set.of()))
                .hasValue(canonical(Document.of(shown), Set.of()));
    }

    @RandomSeeds(300)
    void losesNoEventThatWasEverShown(long seed) throws Exception {
        ConsoleHistory console = new ConsoleHistory(new Random(seed));
        Set<Integer> everShown = new HashSet<>();

        for (int i = 0; i < 20; i++) {
            collect(console);
            everShown.addAll(console.shownEvents());
            console.live();
        }

        Map<String, Long> told = counted(everShown.stream().map(console::event));
        Map<String, Long> held = counted(lake.values().stream()
                .map(LakeRecord::document)
                .map(HeldRecord::of)
                .flatMap(one -> Stream.ofNullable(one.said().get("event"))));
        told.forEach((content, count) ->
                assertThat(held.getOrDefault(content, 0L)).as("seed %d", seed).isGreaterThanOrEqualTo(count));
    }

    private String collect(ConsoleHistory console) throws Exception {
        CollectedRecords sink = new CollectedRecords();
        String incident = console.incident();
        sink.read(
                new IncidentPageReader(CollectedRecords.ORIGIN, 0, StartFrom.ALL, folder, 300),
                "{\"incidents\": [" + incident + "], \"result\": \"success\"}");
        assertThat(sink.quarantined).isEmpty();
        sink.records.forEach(this::put);
        return incident;
    }

    private void put(LakeRecord record) {
        LakeRecord held = lake.get(record.key().id());
        boolean news = held == null
                || (record.version().compareTo(held.version()) >= 0
                        && !record.fingerprint().equals(held.fingerprint()));
        if (news) {
            assertThat(held == null ? record.key() : held.key()).isEqualTo(record.key());
            lake.remove(record.key().id());
            lake.put(record.key().id(), record);
        }
    }

    /// How many events there are of each content, without what is added later.
    private static Map<String, Long> counted(Stream<Document> events) {
        return events.collect(
                Collectors.groupingBy(event -> canonical(event, HeldEvents.ENRICHMENT), Collectors.counting()));
    }

    private static String canonical(Document json, Set<String> without) {
        MessageDigest digest = Hash.sha256();
        Canonical canonical = new Canonical();
        try (JsonParser parser = Json.parser(json.open())) {
            parser.nextToken();
            canonical.read(parser, Members.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        canonical.addTo(digest, without);
        return Hash.end(digest).text();
    }
}
