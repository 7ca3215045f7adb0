// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary;

import dev.birdsong.spi.catalogue.Description;
import dev.birdsong.spi.catalogue.Description.Access;
import dev.birdsong.spi.catalogue.Description.Functions;
import dev.birdsong.spi.catalogue.Description.MsgOrigin;
import dev.birdsong.spi.catalogue.Description.Procedure;
import dev.birdsong.spi.catalogue.FormField;
import dev.birdsong.spi.catalogue.Input;
import dev.birdsong.spi.catalogue.RunsOn;
import dev.birdsong.spi.connector.ContentType;
import java.util.List;

/// What the catalogue shows of Thinkst Canary.
final class CatalogueEntry {

    private static final int DAY = 1440;

    private CatalogueEntry() {}

    static Description with(List<ContentType> contentTypes) {
        return new Description(
                new Functions(true, false, false, List.of(RunsOn.DATA_PROCESSOR), true),
                new Access("https://<Hostname>", "Hostname (Domain Hash) and Authentication token", "N/A"),
                new MsgOrigin("thinkst_canary", "thinkst_canary", "honeypot"),
                form(contentTypes),
                List.of(OBTAIN, ADD, TEST, VERIFY));
    }

    private static List<FormField> form(List<ContentType> contentTypes) {
        List<Input.Choice> choices = contentTypes.stream()
                .map(each -> new Input.Choice(each.label(), each.name()))
                .toList();
        return List.of(
                new FormField("host", "Hostname", new Input.HostName(), true, "", "Hostname cannot include https"),
                new FormField("auth_token", "Auth Token", new Input.Password(), true, "", ""),
                new FormField(
                        "interval",
                        "Interval (min)",
                        new Input.WholeNumber(1, DAY),
                        true,
                        "5",
                        "Devices are collected every 24 hours, whatever the interval"),
                new FormField("content_type", "Content Type", new Input.Choices(choices), true, "", ""),
                new FormField(
                        "start",
                        "Collect From",
                        new Input.Start(),
                        false,
                        "all",
                        "How far back to begin: all, or a time in epoch milliseconds"));
    }

    private static final Procedure OBTAIN = new Procedure(
            "Obtain Thinkst Canary credentials",
            List.of(
                    "Sign in to the Canary Console as an administrator.",
                    "Open the gear menu, then Global Settings, then API, and enable the API if it is off.",
                    "Add an auth token of the kind Read-Only for Birdsong: it is enough to collect everything, and can"
                            + " change nothing. A token of one flock sees that flock only.",
                    "Note the auth token and the Domain Hash that the dialog shows.",
                    "The Hostname is the Domain Hash followed by .canary.tools, such as 1234abcd.canary.tools."));

    private static final Procedure ADD = new Procedure(
            "Add the connector",
            List.of(
                    "Open Connectors and choose Create. Fields with an asterisk have to be filled in.",
                    "Choose the category Honeypot and the type Thinkst Canary. Its function, Collect, is on by itself.",
                    "Enter a name without multibyte characters, and choose the tenant whose records these are and where"
                            + " the connector runs. This tab cannot be changed later.",
                    "Choose log filters if some records are to be left out. Go on to the configuration.",
                    "Enter the Hostname, without https, and the Auth Token.",
                    "Enter how often, in minutes, to collect. Devices are collected every 24 hours all the same.",
                    "Choose what to collect: Incidents, Audit Trail Logs, Devices.",
                    "Look it over and submit. The connector is active at once. It collects where a data analyzer profile"
                            + " includes it; unless told otherwise it is in the profile Default."));

    private static final Procedure TEST = new Procedure(
            "Test the connector",
            List.of(
                    "Find the connector in the list and choose Test. One test runs at a time, and ends within a minute.",
                    "It shows step by step whether the console is reached, answers, accepts the token and lets each"
                            + " chosen content type be read. Nothing that it reads is stored.",
                    "Where a step fails, it says what went wrong and what to look at. Correct that with Edit, and test"
                            + " again.",
                    "A test that succeeds clears the status and lets the connector collect at once; if the trouble lasts,"
                            + " the status says so again within a minute."));

    private static final Procedure VERIFY = new Procedure(
            "Verify ingestion",
            List.of(
                    "Open the search, and choose the index Syslog for Incidents, Audit Trail Logs and Devices, or Assets"
                            + " for Devices.",
                    "Search for msg_origin.source:thinkst_canary, or for one content type by msg_class:canary_incidents,"
                            + " msg_class:canary_audit or msg_class:canary_devices.",
                    "Records appear within a few minutes of being added. Of a large console the oldest incidents come"
                            + " first, and the newest audit records."));
}
