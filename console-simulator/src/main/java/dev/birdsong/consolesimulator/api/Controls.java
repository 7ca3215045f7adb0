// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.api;

import dev.birdsong.consolesimulator.book.Console;
import dev.birdsong.consolesimulator.book.Incident;
import dev.birdsong.consolesimulator.http.Reply;
import dev.birdsong.consolesimulator.http.Request;
import dev.birdsong.consolesimulator.json.GivenObject;
import dev.birdsong.consolesimulator.life.Life;
import dev.birdsong.consolesimulator.population.Kind;
import dev.birdsong.consolesimulator.population.Kinds;
import dev.birdsong.consolesimulator.settings.Fault;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Answers what is under `/_control/`: everything that a test may do to a console while it runs.
public final class Controls {

    public static final String ROOT = "/_control/";

    /// Does one thing, and says what to answer.
    @FunctionalInterface
    private interface Control {
        String act(Parameters parameters);
    }

    private final Console console;
    private final Map<String, Control> controls;

    public Controls(Console console, Faults faults, Cursors cursors, Life life) {
        this.console = console;
        controls = Map.ofEntries(
                Map.entry("attack", this::attack),
                Map.entry("append", this::append),
                Map.entry("repeat", p -> known(console.repeat(p.required("incident")))),
                Map.entry("acknowledge", p -> known(console.acknowledge(p.required("incident"), true))),
                Map.entry("unacknowledge", p -> known(console.acknowledge(p.required("incident"), false))),
                Map.entry("enrich", p -> known(console.enrich(p.required("incident")))),
                Map.entry("delete", this::delete),
                Map.entry("show-only", p -> done(() -> console.showOnly(p.text("flock")))),
                Map.entry("audit", this::audit),
                Map.entry("purge", p -> "purged " + console.purge(p.number("id", 0))),
                Map.entry("renumber", _ -> done(console::renumber)),
                Map.entry("rewind", _ -> done(console::rewind)),
                Map.entry("rewind-audit", p -> done(() -> console.rewindAudit(p.number("keep", 0)))),
                Map.entry("device", this::device),
                Map.entry("live", p -> done(() -> life.live(p.count("steps").orElse(1)))),
                Map.entry("fault", p -> done(() -> faults.add(Fault.parse(p.required("spec"))))),
                Map.entry("clear-faults", _ -> done(faults::clear)),
                Map.entry("set", this::set),
                Map.entry("expire-cursors", _ -> done(cursors::expire)));
    }

    public void answer(Request request, Reply reply) throws IOException {
        Control control = controls.get(request.path().substring(ROOT.length()));
        try {
            if (control == null) {
                String names = controls.keySet().stream().sorted().collect(Collectors.joining(", "));
                throw new Refusal(404, "no such control: it must be one of " + names);
            }
            String answer = control.act(new Parameters(request));
            Envelope.send(reply, 200, "answer", answer, "result", "success");
        } catch (Refusal refusal) {
            Envelope.error(reply, refusal.status(), String.valueOf(refusal.getMessage()));
        } catch (IllegalArgumentException e) {
            Envelope.error(reply, 400, String.valueOf(e.getMessage()));
        }
    }

    private static String known(boolean known) {
        if (!known) {
            throw new Refusal(404, "nothing of that id can be changed so");
        }
        return "done";
    }

    private static String done(Runnable work) {
        work.run();
        return "done";
    }

    private String attack(Parameters parameters) {
        Optional<Kind> kind =
                parameters.request().parameter("logtype").map(Integer::valueOf).map(Kinds::of);
        return IntStream.range(0, parameters.count("count").orElse(1))
                .mapToObj(_ -> console.attack(kind))
                .map(Incident::id)
                .collect(Collectors.joining("\n"));
    }

    private String append(Parameters parameters) {
        String incident = parameters.required("incident");
        String body = parameters.request().body();
        return known(
                body.isBlank()
                        ? console.append(incident, parameters.count("count").orElse(1))
                        : console.append(incident, GivenObject.checked(body)));
    }

    private String delete(Parameters parameters) {
        return known(console.delete(parameters.required("incident"), parameters.truth("audited", false)));
    }

    private String audit(Parameters parameters) {
        Optional<String> action = parameters.request().parameter("action");
        return IntStream.range(0, parameters.count("count").orElse(1))
                .mapToObj(_ -> String.valueOf(console.act(action).id()))
                .collect(Collectors.joining("\n"));
    }

    private String device(Parameters parameters) {
        String id = parameters.required("id");
        Request request = parameters.request();
        boolean known = true;
        if (request.parameter("live").isPresent()) {
            known = console.live(id, parameters.truth("live", true));
        }
        if (request.parameter("name").isPresent()) {
            known &= console.rename(id, parameters.text("name"));
        }
        if (request.parameter("address").isPresent()) {
            known &= console.move(id, parameters.text("address"));
        }
        return known(known);
    }

    private String set(Parameters parameters) {
        parameters.request().parameters().forEach((name, value) -> console.change(s -> s.with(name, value)));
        return "done";
    }
}
