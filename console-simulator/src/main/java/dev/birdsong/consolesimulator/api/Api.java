// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.api;

import dev.birdsong.consolesimulator.book.Console;
import dev.birdsong.consolesimulator.book.Device;
import dev.birdsong.consolesimulator.book.IncidentFilter.State;
import dev.birdsong.consolesimulator.http.Reply;
import dev.birdsong.consolesimulator.http.Request;
import dev.birdsong.consolesimulator.settings.Effect;
import dev.birdsong.consolesimulator.settings.Switches;
import dev.birdsong.consolesimulator.settings.Switches.Access;
import java.io.IOException;
import java.util.List;

/// Answers what is under `/api/v1/`.
public final class Api {

    private static final String ROOT = "/api/v1/";

    private final Console console;
    private final Faults faults;
    private volatile Gate gate;
    private final IncidentRoutes incidents;
    private final OtherRoutes others;

    public Api(Console console, Faults faults, Cursors cursors, String token) {
        this.console = console;
        this.faults = faults;
        gate = new Gate(token);
        incidents = new IncidentRoutes(console, token, cursors);
        others = new OtherRoutes(console, cursors);
    }

    /// From now on only this token is accepted.
    public void rotateToken(String token) {
        gate = new Gate(token);
    }

    public void answer(Request request, Reply reply) throws IOException {
        console.asked();
        List<Effect> effects = faults.strike(request.path());
        var disturbance = new Disturbance(reply);
        for (Effect effect : effects) {
            disturbance.strike(effect);
        }
        if (effects.stream().noneMatch(Effect.Instead.class::isInstance)) {
            answer(request, reply, effects);
        }
    }

    private void answer(Request request, Reply reply, List<Effect> effects) throws IOException {
        Switches switches = console.switches();
        try {
            gate.check(request, switches);
            route(new Call(request, reply, switches, effects));
        } catch (Refusal refusal) {
            Envelope.error(reply, refusal.status(), String.valueOf(refusal.getMessage()));
        }
    }

    private void route(Call call) throws IOException {
        String path = call.request().path();
        String what = path.startsWith(ROOT) ? path.substring(ROOT.length()) : "";
        switch (what.substring(0, what.indexOf('/') + 1)) {
            case "" -> ping(call, what);
            case "incidents/", "incident/" -> routeIncidents(call, what);
            case "audit_trail/" -> routeAudit(call, what);
            case "devices/" -> routeDevices(call, what);
            case "auth_token/" -> routeKeys(call, what);
            default -> throw nowhere();
        }
    }

    private static Refusal nowhere() {
        return new Refusal(404, "There is nothing here");
    }

    private static void ping(Call call, String what) throws IOException {
        if (!what.equals("ping")) {
            throw nowhere();
        }
        Envelope.success(call.reply());
    }

    private static void routeKeys(Call call, String what) throws IOException {
        if (!what.equals("auth_token/list")) {
            throw nowhere();
        }
        if (call.switches().access() != Access.ADMIN) {
            throw new Refusal(call.switches().refusalStatus(), "This key lacks the role for that");
        }
        Envelope.send(call.reply(), 200, "auth_tokens", "withheld by the simulator", "result", "success");
    }

    private void routeIncidents(Call call, String what) throws IOException {
        switch (what) {
            case "incidents/all" -> incidents.feed(call, State.ALL);
            case "incidents/unacknowledged" -> incidents.feed(call, State.UNACKNOWLEDGED);
            case "incidents/acknowledged" -> incidents.feed(call, State.ACKNOWLEDGED);
            case "incident/fetch" -> incidents.fetch(call);
            case "incident/acknowledge" -> incidents.acknowledge(call, true);
            case "incident/unacknowledge" -> incidents.acknowledge(call, false);
            case "incident/delete" -> incidents.delete(call);
            default -> throw nowhere();
        }
    }

    private void routeAudit(Call call, String what) throws IOException {
        switch (what) {
            case "audit_trail/fetch" -> others.audit(call);
            case "audit_trail/purge" -> others.purge(call);
            default -> throw nowhere();
        }
    }

    private void routeDevices(Call call, String what) throws IOException {
        switch (what) {
            case "devices/all" -> others.devices(call, "All Devices", _ -> true);
            case "devices/live" -> others.devices(call, "Live Devices", Device::live);
            case "devices/dead" -> others.devices(call, "Dead Devices", device -> !device.live());
            default -> throw nowhere();
        }
    }
}
