// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.consolesimulator.settings.Effect;
import dev.birdsong.consolesimulator.settings.Fault;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Nothing is lost, and that can be shown: what a console holds is compared with the lake over the whole server.
class LedgerTest extends LedgerFixture {

    @Test
    void countsEachRecordOnceHoweverOftenItIsRead() {
        long before = found("*");
        rewind("incidents");
        rewind("audit_trail");

        collect();
        collect();

        for (String type : List.of("incidents", "audit_trail", "devices")) {
            JsonNode entry = ledger(type);
            assertThat(entry.path("seen").asLong())
                    .isEqualTo(entry.path("stored").asLong());
        }
        assertThat(stored("incidents") + stored("audit_trail") + stored("devices"))
                .isEqualTo(before)
                .isEqualTo(found("*"));
        assertThat(stored("audit_trail")).isEqualTo(60);
        assertThat(ledger("audit_trail").path("complete_up_to").asLong()).isEqualTo(60);
        assertThat(ledger("incidents").path("complete_up_to").asLong()).isEqualTo(console.maxUpdatedId());
        assertThat(ledger("incidents").path("checked_at").isNull()).isTrue();
    }

    @Test
    void marksWhatAFilterLeavesOutAndCallsItNeitherMissingNorGone() {
        String filter = leavesOutFour();
        rewind("audit_trail");
        collect();
        JsonNode filtered = ledger("audit_trail");
        JsonNode compared = reconcile().path("audit_trail");
        JsonNode afterwards = ledger("audit_trail");

        assertThat(filtered.path("filtered").asLong()).isEqualTo(4);
        assertThat(filtered.path("filtered_by").path(filter).asLong()).isEqualTo(4);
        assertThat(filtered.path("seen").asLong()).isEqualTo(64);
        assertThat(compared.path("filtered").asLong()).isEqualTo(4);
        assertThat(compared.path("gone").asLong()).isZero();
        assertThat(afterwards.path("seen").asLong()).isEqualTo(64);
        assertThat(afterwards.path("gaps_total").asLong()).isZero();
        assertThat(afterwards.path("missing").asLong()).isZero();
    }

    @Test
    void countsAsStoredWhatAFilterLeftOutOnceOrWouldNow() {
        String filter = leavesOutFour();
        filterBy(List.of());
        rewind("audit_trail");
        collect();
        JsonNode all = ledger("audit_trail");
        filterBy(List.of(filter));
        rewind("audit_trail");
        collect();

        assertThat(all.path("filtered").asLong()).isZero();
        assertThat(all.path("stored").asLong()).isEqualTo(64);
        assertThat(ledger("audit_trail").path("filtered").asLong()).isZero();
        assertThat(ledger("audit_trail").path("seen").asLong()).isEqualTo(64);
    }

    @Test
    void saysOnTheOverviewWhatIsUpToDateAndWhatWasCompared() {
        Api.Answer paused = api.get(V1 + "overview");
        api.put(V1 + "connectors/" + connector, Map.of("active", true));
        collect();
        JsonNode before = api.get(V1 + "overview").json().path("completeness");
        reconcile();
        JsonNode after = api.get(V1 + "overview").json().path("completeness");

        assertThat(paused.number("/completeness/streams")).isZero();
        assertThat(before.path("streams").asLong()).isEqualTo(3);
        assertThat(before.path("up_to_date").asLong()).isEqualTo(3);
        assertThat(after.path("compared").asLong()).isEqualTo(3);
        assertThat(after.path("compared_since").asLong()).isPositive();
        assertThat(after.path("lacking").isEmpty()).isTrue();
    }

    @Test
    void namesOnTheOverviewAConnectorThatLacksRecords() {
        api.put(V1 + "connectors/" + connector, Map.of("active", true));
        console.showOnly("flock:none");
        reconcile();

        JsonNode completeness = api.get(V1 + "overview").json().path("completeness");

        assertThat(completeness.path("lacking"))
                .singleElement()
                .satisfies(id -> assertThat(id.asString()).isEqualTo(connector));
    }

    /// Four audit records come that a filter leaves out.
    private String leavesOutFour() {
        Map<String, Object> condition = Map.of("field", "event_name", "operator", "is", "value", "mark_of_the_test");
        Map<String, Object> body = Map.of("name", "no marks", "cust_id", "all", "conditions", List.of(condition));
        String filter = api.post(V1 + "log_filters", body).text("/_id");
        filterBy(List.of(filter));
        for (int i = 0; i < 4; i++) {
            console.act("mark_of_the_test");
        }
        collect();
        return filter;
    }

    private void filterBy(List<String> filters) {
        api.put(V1 + "connectors/" + connector, Map.of("filter_list", filters));
    }

    @Test
    void findsWhatChangedWithoutANewId() {
        console.set("silent-mutation", "true");
        console.incidentIds().limit(10).toList().forEach(console::acknowledge);
        collect();
        long before = stored("incidents");

        JsonNode compared = reconcile().path("incidents");

        assertThat(compared.path("complete").asBoolean()).isTrue();
        long changed = compared.path("created").asLong();
        assertThat(changed).isBetween(1L, 10L);
        assertThat(compared.path("failure").isNull()).isTrue();
        assertThat(stored("incidents")).isEqualTo(before + changed);
        assertThat(ledger("incidents").path("checked_at").asLong()).isPositive();
    }

    @Test
    void marksAsDeletedOnlyWhatTwoComparisonsAnHourApartMiss() {
        List<String> deleted = console.incidentIds().limit(2).toList();
        deleted.forEach(console::deleteAndTell);

        JsonNode first = reconcile().path("incidents");
        JsonNode soon = reconcile().path("incidents");
        anHourPasses();
        JsonNode second = reconcile().path("incidents");
        JsonNode third = reconcile().path("incidents");

        assertThat(first.path("gone").asLong()).isEqualTo(2);
        assertThat(first.path("deleted_at_source").asLong()
                        + soon.path("deleted_at_source").asLong())
                .isZero();
        assertThat(second.path("deleted_at_source").asLong()).isEqualTo(2);
        assertThat(third.path("deleted_at_source").asLong()).isZero();
        assertThat(ledger("incidents").path("deleted_at_source").asLong()).isEqualTo(2);
        assertThat(found("record_type:deleted_at_source")).isEqualTo(2);
        JsonNode told =
                one("record_type:deleted_at_source AND thinkst_canary.incident.id:\"" + deleted.getFirst() + "\"");
        assertThat(told.path("thinkst_canary").path("by").path("action_type").asString())
                .isEqualTo("incident_delete");
        assertThat(told.path("username").asString()).isNotBlank();
        assertThat(ledger("incidents").path("seen").asLong())
                .as("what is noted is nothing that the console said")
                .isEqualTo(found("msg_class:canary_incidents") - 2);
    }

    @Test
    void saysWhatComesBack() {
        console.delete(console.incidentIds().findFirst().orElseThrow());
        reconcile();
        anHourPasses();
        JsonNode gone = reconcile().path("incidents");
        console.rewind();

        JsonNode back = reconcile().path("incidents");
        JsonNode once = reconcile().path("incidents");

        assertThat(gone.path("deleted_at_source").asLong()).isOne();
        assertThat(back.path("returned_at_source").asLong()).isOne();
        assertThat(once.path("returned_at_source").asLong()).isZero();
        assertThat(found("record_type:returned_at_source")).isOne();
        assertThat(ledger("incidents").path("deleted_at_source").asLong()).isZero();
    }

    @Test
    void marksNothingWhereMoreThanATwentiethVanishes() {
        console.incidentIds().limit(6).toList().forEach(console::delete);

        reconcile();
        anHourPasses();
        JsonNode second = reconcile().path("incidents");

        assertThat(second.path("gone").asLong()
                        + second.path("deleted_at_source").asLong())
                .isZero();
        assertThat(second.path("notes").toString()).contains("94 of the 100", "key");
        assertThat(ledger("incidents").path("sees_less").asBoolean()).isTrue();
        assertThat(found("record_type:deleted_at_source")).isZero();
    }

    @Test
    void marksNothingWhereAWholeFlockVanishesAndSaysThatTheKeyMaySeeLess() {
        String flock = one("record_type:incident")
                .at("/thinkst_canary/incident/description/flock_id")
                .asString();
        console.showOnly(flock);

        reconcile();
        anHourPasses();
        reconcile();
        JsonNode seesLess = ledger("incidents");
        api.put(V1 + "connectors/" + connector, Map.of("active", true));
        Api.Answer status = api.get(V1 + "connectors/" + connector);
        api.put(V1 + "connectors/" + connector, Map.of("active", false));
        console.showOnly("");
        reconcile();

        assertThat(flock).startsWith("flock:");
        assertThat(seesLess.path("sees_less").asBoolean()).isTrue();
        assertThat(found("record_type:deleted_at_source")).isZero();
        assertThat(status.text("/status/message")).contains("key may see less");
        assertThat(ledger("incidents").path("sees_less").asBoolean()).isFalse();
        assertThat(ledger("incidents").path("notes").isEmpty()).isTrue();
    }

    @Test
    void comparesNothingAfterAWalkThatDidNotComeToItsEnd() {
        console.incidentIds().limit(2).toList().forEach(console::delete);
        console.fault(Fault.always(new Effect.Status(403, false)).on("incidents/all"));

        JsonNode cut = reconcile().path("incidents");

        assertThat(cut.path("complete").asBoolean()).isFalse();
        assertThat(cut.path("gone").asLong()).isZero();
        assertThat(cut.at("/failure/http_status").asInt()).isEqualTo(403);
        assertThat(ledger("incidents").path("checked_at").isNull()).isTrue();
        console.clearFaults();
        assertThat(reconcile().path("incidents").path("gone").asLong()).isEqualTo(2);
    }

    @Test
    void takesNothingForDeletedWhereSomethingCannotBeRead() {
        List<String> incidents = console.incidentIds().toList();
        incidents.subList(0, 2).forEach(console::delete);
        console.fault(Fault.always(new Effect.BrokenRecord(incidents.get(50))));

        JsonNode compared = reconcile().path("incidents");

        assertThat(compared.path("complete").asBoolean())
                .as(compared.toString())
                .isTrue();
        assertThat(compared.path("gone").asLong()).isZero();
        assertThat(compared.path("notes").toString()).contains("could not be read");
    }

    @Test
    void tellsAPurgedAuditTrailFromDeletions() {
        console.purge(40);

        reconcile();
        anHourPasses();
        JsonNode second = reconcile().path("audit_trail");

        JsonNode entry = ledger("audit_trail");
        assertThat(second.path("deleted_at_source").asLong()).isZero();
        assertThat(entry.path("purged_up_to").asLong()).isEqualTo(40);
        assertThat(entry.path("sees_less").asBoolean()).isFalse();
        assertThat(entry.path("notes").toString()).contains("up to 40");
        assertThat(entry.path("stored").asLong()).isEqualTo(60);
    }

    @Test
    void comparesByItselfAfterTheFirstWalkAndWhenIdsWentBack() {
        api.put(V1 + "connectors/" + connector, Map.of("active", true));
        Patience.until(
                "it was compared", () -> !ledger("incidents").path("checked_at").isNull());
        Patience.until(
                "so were devices", () -> !ledger("devices").path("checked_at").isNull());
        long first = ledger("incidents").path("checked_at").asLong();
        console.renumber();
        anotherBoot();

        served.server().parts().schedule().dueNow(connector);
        Patience.until("again", () -> ledger("incidents").path("checked_at").asLong() > first);

        assertThat(ledger("incidents").path("missing").asLong()).isZero();
        assertThat(ledger("incidents").path("reconcile").isNull()).isTrue();
    }
}
