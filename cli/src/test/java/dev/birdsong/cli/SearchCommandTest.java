// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import static dev.birdsong.testkit.lake.RecordBuilder.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.record.LakeRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The same records in a server and in a folder: both are searched alike.
@NullMarked
class SearchCommandTest {

    private static final String HOSTILE = "=1+1" + (char) 0x202e + (char) 0 + "<b>";

    private static final String HELP = """
                Usage: birdsong search [-hV] [--follow] [--config=<config>] [--format=<format>]
                                       [--from=<from>] [--key-file=<keyFile>] [--lake=<lake>]
                                       [--server=<server>] [--size=<size>] [--sort=<sort>]
                                       [--to=<to>] [--fields=<fields>[,<fields>...]]...
                                       [--index=<indices>[,<indices>...]]... [query...]
                Show the newest records that match a query, of a lake folder or of a running
                server.
                With --follow, show the newest last, then each record as it is stored, until
                Ctrl-C.
                      [query...]             What to look for; everything if left out.
                      --config=<config>      The settings file; birdsong.yml if there is one.
                      --fields=<fields>[,<fields>...]
                                             The columns, by path; else the usual, or for
                                               ndjson all of a record.
                      --follow               Go on, and show records as they are stored.
                      --format=<format>      table, ndjson or csv: table.
                      --from=<from>          The earliest time: now-24h, 2026-11-24, epoch
                                               milliseconds.
                  -h, --help                 Show this help message and exit.
                      --index=<indices>[,<indices>...]
                                             syslog, assets or both: both.
                      --key-file=<keyFile>   A file with the API key, in place of the variable
                                               BIRDSONG_API_KEY.
                      --lake=<lake>          The folder that 'collect' wrote; else that of
                                               data-dir, else that of the demo.
                      --server=<server>      Ask a running server instead of a folder, such as
                                               http://127.0.0.1:8080.
                      --size=<size>          How many of the newest, at most 10000: 20.
                      --sort=<sort>          A field, and asc or desc: timestamp:desc. Not with
                                               --follow.
                      --to=<to>              The latest time.
                  -V, --version              Print version information and exit.

                Queries: msg_class:canary_incidents  srcip:10.0.0.0/8  "a phrase"  admin*
                         username:root AND NOT severity:info  (one OR another)
                         dstport:>1024  timestamp:[now-7d TO now]
                """;

    @TempDir
    private static Path folder;

    private static ServedFixture served;

    private static List<LakeRecord> records() {
        return List.of(
                record("1")
                        .at("2026-11-18T10:00:00Z")
                        .with("username", "root")
                        .with("score", 1.5)
                        .build(),
                record("2").at("2026-11-19T10:00:00Z").with("username", HOSTILE).build(),
                record("3")
                        .at("2026-11-20T10:00:00Z")
                        .with("username", "root")
                        .with("hostname", "é")
                        .build());
    }

    @BeforeAll
    static void fill() throws IOException, InterruptedException {
        served = new ServedFixture(folder);
        served.lake().put(records()).await();
        try (DataLake lake = Wiring.lake(new LakeFolder(folder.resolve("collected")))) {
            lake.put(records()).await();
        }
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    private static Ran search(String where, String... more) {
        if (where.equals("server")) {
            return served.command("search", more);
        }
        Stream<String> usual =
                Stream.of("search", "--lake", folder.resolve("collected").toString());
        return Ran.command(Stream.concat(usual, Stream.of(more)).toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"server", "folder"})
    void showsATableOfTheNewest(String where) {
        Ran ran = search(where, "--fields", "timestamp,username", "--size", "2");

        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.out().lines())
                .containsExactly(
                        "timestamp             username",
                        "2026-11-20T10:00:00Z  root",
                        "2026-11-19T10:00:00Z  =1+1..<b>");
        assertThat(ran.err().strip()).isEqualTo("2 of 3 records");
    }

    @ParameterizedTest
    @ValueSource(strings = {"server", "folder"})
    void showsRecordsAsLinesOfJson(String where) {
        Ran ran = search(where, "--format", "ndjson", "username:root", "--to", "2026-11-18T12:00:00Z");

        assertThat(ran.out().lines()).hasSize(1);
        assertThat(ran.out())
                .startsWith("{\"_id\":\"1\",\"_index\":\"aella-syslog-2026.11\"")
                .contains("\"score\":1.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"server", "folder"})
    void showsRecordsAsCsvThatASpreadsheetMayOpen(String where) {
        Ran ran = search(where, "--format", "csv", "--fields", "username,hostname", "--from", "2026-11-19");

        assertThat(ran.out().split("\r\n")).containsExactly("username,hostname", "root,é", "'" + HOSTILE + ",");
    }

    @ParameterizedTest
    @ValueSource(strings = {"server", "folder"})
    void sortsAndChoosesTheIndex(String where) {
        assertThat(search(where, "--fields", "_id", "--sort", "timestamp").out().lines())
                .containsExactly("_id", "1", "2", "3");
        assertThat(search(where, "--fields", "_id", "--index", "assets").out().lines())
                .containsExactly("_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"server", "folder"})
    void saysWhatIsWrongWithAQuery(String where) {
        Ran ran = search(where, "username:(root");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("column 10").hasLineCount(1);
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void saysWhatItTakes() {
        assertThat(search("folder", "--server", "http://127.0.0.1:1").err()).contains("either --lake or --server");
        assertThat(search("folder", "--size", "10001").err()).contains("--size takes 0 to 10000, not 10001");
        assertThat(search("folder", "--follow", "--sort", "srcip").err()).contains("leave out --sort");
        assertThat(search("folder", "--sort", "srcip:up").err()).contains("--sort takes a field and asc or desc");
        assertThat(search("folder", "--format", "xml").err()).contains("--format", "xml");
        assertThat(search("folder", "--from", "noon").err()).contains("--from takes a time", "'noon'");
        assertThat(search("folder", "--to", "now OR *").err()).contains("--to takes a time", "'now OR *'");
        assertThat(search("folder", "--sort", "nothing").err()).contains("cannot sort by nothing");
    }

    @Test
    void tellsAllOfItsOptions() {
        assertThat(Ran.command("search", "--help").out()).isEqualTo(HELP);
    }

    @Test
    void needsAnApiKeyForAServer() {
        Ran ran = Ran.command("search", "--server", "https://birdsong.example", "--key-file", folder + "/none");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("cannot read the key file");
    }
}
