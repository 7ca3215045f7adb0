// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.data;

import dev.birdsong.query.QueryParser;
import dev.birdsong.query.answer.AnswerWriter;
import dev.birdsong.query.body.IndexNames;
import dev.birdsong.query.body.SearchBody;
import dev.birdsong.query.body.SearchReader;
import dev.birdsong.query.export.ExportFormat;
import dev.birdsong.server.access.Caller;
import dev.birdsong.server.http.ApiException;
import dev.birdsong.spi.lake.DataLake;
import dev.birdsong.spi.lake.Deadline;
import dev.birdsong.spi.lake.Hit;
import dev.birdsong.spi.lake.SearchResult;
import dev.birdsong.spi.lake.SeenField;
import dev.birdsong.spi.lake.SeenFields;
import dev.birdsong.spi.lake.Selection;
import dev.birdsong.spi.record.Index;
import dev.birdsong.spi.time.MonotonicClock;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Searches, exports, and the fields that there are.
@RestController
@RequestMapping("/connect/api/data/{index}")
public final class DataEndpoint {

    private static final int BUFFER = 1 << 16;

    private final DataLake lake;
    private final Reading reading;
    private final SearchSlots slots;
    private final MonotonicClock clock;

    /// What understands searches and writes their answers.
    public record Reading(SearchReader reader, QueryParser parser, AnswerWriter writer) {}

    /// The fields of an index as they are answered.
    ///
    /// @param complete whether they are all
    public record Fields(List<Field> fields, boolean complete) {

        public Fields {
            fields = List.copyOf(fields);
        }

        static Fields of(SeenFields seen) {
            return new Fields(seen.fields().stream().map(Field::of).toList(), seen.complete());
        }
    }

    /// A field.
    ///
    /// @param listed whether it can be sorted and counted by
    public record Field(String name, String type, boolean listed) {

        static Field of(SeenField field) {
            return new Field(field.path(), field.type().name().toLowerCase(Locale.ROOT), field.listed());
        }
    }

    public DataEndpoint(DataLake lake, Reading reading, SearchSlots slots, MonotonicClock clock) {
        this.lake = lake;
        this.reading = reading;
        this.slots = slots;
        this.clock = clock;
    }

    /// Searches by query parameters.
    @GetMapping("/_search")
    public void search(
            Caller caller, @PathVariable String index, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answer(caller, IndexNames.parse(index), reading.reader().parameters(parameters(request)), response);
    }

    /// Searches by a JSON body, or without one by query parameters.
    @PostMapping("/_search")
    public void searchByBody(
            Caller caller, @PathVariable String index, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        byte[] body = request.getInputStream().readAllBytes();
        SearchBody asked = body.length == 0
                ? reading.reader().parameters(parameters(request))
                : reading.reader().body(body);
        answer(caller, IndexNames.parse(index), asked, response);
    }

    /// Every hit, newest first.
    ///
    /// @param fields paths with commas; all of them, or for CSV the usual
    @GetMapping("/_export")
    public void export(
            Caller caller,
            @PathVariable String index,
            @RequestParam(name = "q", defaultValue = "") String query,
            @RequestParam(defaultValue = "ndjson") String format,
            @RequestParam(defaultValue = "") String fields,
            HttpServletResponse response)
            throws IOException {
        export(
                caller,
                new Selection(IndexNames.parse(index), reading.parser().parse(query)),
                new Form(format, Arrays.asList(fields.split(","))),
                response);
    }

    /// How records are exported.
    ///
    /// @param format `ndjson` or `csv`
    /// @param fields paths; none: all of them, or for CSV the usual
    public record Form(String format, List<String> fields) {

        public Form {
            fields = fields.stream()
                    .map(String::strip)
                    .filter(path -> !path.isEmpty())
                    .toList();
        }
    }

    /// Every record of a selection, newest first.
    public void export(Caller caller, Selection selection, Form form, HttpServletResponse response) throws IOException {
        ExportFormat chosen = format(form.format());
        try (SearchSlots.Slot _ = slots.take(caller)) {
            response.setContentType(chosen == ExportFormat.CSV ? "text/csv" : "application/x-ndjson");
            response.setCharacterEncoding("UTF-8");
            response.setHeader(
                    "Content-Disposition",
                    "attachment; filename=\"birdsong." + form.format().toLowerCase(Locale.ROOT) + "\"");
            OutputStream out = new BufferedOutputStream(response.getOutputStream(), BUFFER);
            ExportFormat.Writer writer = chosen.writer(out, form.fields());
            writer.begin();
            lake.export(caller.scope(), selection, hit -> write(writer, hit));
            out.flush();
        }
    }

    /// The fields that records of the caller's tenants have.
    @GetMapping("/_fields")
    public Fields fields(Caller caller, @PathVariable String index) {
        try (SearchSlots.Slot _ = slots.take(caller)) {
            return Fields.of(lake.fields(caller.scope(), IndexNames.parse(index)));
        }
    }

    private void answer(Caller caller, Set<Index> indices, SearchBody asked, HttpServletResponse response)
            throws IOException {
        try (SearchSlots.Slot _ = slots.take(caller)) {
            long began = clock.nanos();
            SearchResult result =
                    lake.search(caller.scope(), asked.request(indices, Deadline.in(Searches.LONGEST, clock)));
            response.setContentType("application/json");
            response.setCharacterEncoding("UTF-8");
            OutputStream out = new BufferedOutputStream(response.getOutputStream(), BUFFER);
            Duration took = Duration.ofNanos(clock.nanos() - began);
            reading.writer().write(out, result, asked.aggregations(), asked.source(), took);
            out.flush();
        }
    }

    private static boolean write(ExportFormat.Writer writer, Hit hit) {
        try {
            writer.write(hit);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ExportFormat format(String format) {
        return Arrays.stream(ExportFormat.values())
                .filter(known -> known.name().equalsIgnoreCase(format))
                .findFirst()
                .orElseThrow(() -> ApiException.bad("format", "'format' is ndjson or csv"));
    }

    private static Map<String, String> parameters(HttpServletRequest request) {
        Map<String, String> parameters = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (values.length > 1) {
                throw ApiException.bad(name, "'" + name + "' is given more than once");
            }
            parameters.put(name, values[0]);
        });
        return parameters;
    }
}
