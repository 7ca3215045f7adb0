// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.testkit.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.birdsong.spi.catalogue.Description;
import dev.birdsong.spi.catalogue.Exemptions;
import dev.birdsong.spi.catalogue.FormField;
import dev.birdsong.spi.catalogue.Input;
import dev.birdsong.spi.connector.Advice;
import dev.birdsong.spi.connector.CollectException;
import dev.birdsong.spi.connector.Collector;
import dev.birdsong.spi.connector.Connection;
import dev.birdsong.spi.connector.ConnectorType;
import dev.birdsong.spi.connector.ContentType;
import dev.birdsong.spi.connector.Position;
import dev.birdsong.spi.connector.Secret;
import dev.birdsong.spi.connector.TestListener;
import dev.birdsong.spi.connector.TestReport;
import dev.birdsong.spi.connector.TestStep;
import dev.birdsong.spi.outbound.HostRefusedException;
import dev.birdsong.spi.outbound.Outbound;
import dev.birdsong.spi.outbound.OutboundException;
import dev.birdsong.spi.record.Document;
import dev.birdsong.spi.record.Field;
import dev.birdsong.spi.record.Origin;
import dev.birdsong.testkit.SettableClock;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What every connector type does. A new one extends this and says how to make itself.
public abstract class ConnectorTypeContract {

    private static final String TOKEN = "not-to-be-seen";
    private static final SettableClock MOMENT = new SettableClock(Instant.parse("2026-11-24T12:00:00Z"));

    private static final Origin ORIGIN = new Origin("tenant", "Tenant", "source", "connector", "Connector");

    /// The connector type under test.
    protected abstract ConnectorType type();

    @Test
    void namesItsContentTypesApart() {
        List<ContentType> contentTypes = type().contentTypes();

        assertThat(contentTypes).isNotEmpty();
        assertThat(contentTypes.stream().map(ContentType::name)).doesNotHaveDuplicates();
        assertThat(contentTypes.stream().map(ContentType::msgClass)).doesNotHaveDuplicates();
        assertThat(contentTypes)
                .allSatisfy(contentType -> assertThat(contentType.indices()).isNotEmpty());
    }

    @Test
    void listsEveryFieldOnce() {
        assertThat(type().fields().stream().map(Field::path)).doesNotHaveDuplicates();
    }

    @Test
    void describesItselfForPeople() {
        Description description = type().description();

        assertThat(description.functions().runsOn()).isNotEmpty();
        assertThat(description.access().requiredCredentials()).isNotBlank();
        assertThat(description.msgOrigin().category()).isEqualTo(type().category());
        assertThat(description.help())
                .isNotEmpty()
                .allSatisfy(
                        procedure -> assertThat(procedure.steps()).isNotEmpty().doesNotContain(""));
    }

    @Test
    void hasAFormThatAsksForEachThingOnce() {
        List<FormField> form = type().description().form();

        assertThat(form.stream().map(FormField::name)).doesNotHaveDuplicates();
        assertThat(form.stream().map(FormField::label)).doesNotHaveDuplicates().doesNotContain("");
    }

    @Test
    void acceptsWhatItsFormBeginsWith() {
        assertThat(type().description().form())
                .filteredOn(field -> !field.initial().isEmpty())
                .allSatisfy(field -> assertThat(field.problem(List.of(field.initial()), Exemptions.NONE))
                        .isEmpty());
    }

    @Test
    void asksForWhatIsRequiredByItsLabel() {
        assertThat(type().description().form())
                .filteredOn(FormField::required)
                .allSatisfy(field ->
                        assertThat(field.problem(List.of(), Exemptions.NONE)).hasValue(field.label() + " is required"));
    }

    @Test
    void repeatsNoSecretThatItRefuses() {
        assertThat(type().description().form())
                .filteredOn(field -> field.input() instanceof Input.Password)
                .isNotEmpty()
                .allSatisfy(field -> assertThat(field.problem(List.of("to ken"), Exemptions.NONE))
                        .hasValueSatisfying(problem -> assertThat(problem).doesNotContain("to ken")));
    }

    @Test
    void asksNothingBeforeItIsToldTo() {
        List<String> asked = new ArrayList<>();
        Outbound outbound = (uri, headers) -> {
            asked.add(uri.toString());
            throw new IOException("nobody there");
        };

        type().contentTypes()
                .forEach(contentType -> collector(contentType, outbound).close());

        assertThat(asked).isEmpty();
    }

    @Test
    void sendsItsTokenInHeadersOnly() {
        List<String> asked = new ArrayList<>();
        Outbound outbound = (uri, headers) -> {
            asked.add(uri.toString());
            assertThat(headers).containsValue(TOKEN);
            throw new IOException("nobody there");
        };

        type().contentTypes().forEach(contentType -> assertThatThrownBy(() -> run(contentType, outbound)));

        assertThat(asked).isNotEmpty().allSatisfy(uri -> assertThat(uri).doesNotContain(TOKEN));
    }

    @Test
    void isUnavailableWhereNobodyAnswers() {
        Outbound outbound = (uri, headers) -> {
            throw new IOException("connection refused");
        };

        type().contentTypes()
                .forEach(contentType -> assertThatThrownBy(() -> run(contentType, outbound))
                        .isInstanceOf(CollectException.Unavailable.class)
                        .hasMessageContaining("connection refused"));
    }

    @Test
    void isForbiddenWhereTheOperatorDoesNotAllowTheHost() {
        Outbound outbound = (uri, headers) -> {
            throw new HostRefusedException("not allowed");
        };

        type().contentTypes()
                .forEach(contentType -> assertThatThrownBy(() -> run(contentType, outbound))
                        .isInstanceOf(CollectException.Forbidden.class));
    }

    @Test
    void saysByAPingThatNobodyAnswers() {
        Outbound outbound = (uri, headers) -> {
            throw new IOException("connection refused");
        };

        assertThatThrownBy(() -> type().ping(connection(outbound))).isInstanceOf(CollectException.Unavailable.class);
    }

    @Test
    void goesNoFurtherByBeingSetBack() {
        type().contentTypes()
                .forEach(contentType -> assertThat(type().rewound(contentType, Position.START, 1_000, MOMENT))
                        .isEqualTo(type().rewound(contentType, Position.START, 0, MOMENT)));
    }

    @Test
    void readsNothingOfWhatStillCannotBeRead() throws InterruptedException {
        Connection connection = connection((uri, headers) -> {
            throw new IOException("nobody is to be asked");
        });
        for (ContentType contentType : type().contentTypes()) {
            for (String kept : List.of("<html>", "{\"id\":", "[]", "17", "null", "", "{\"result\": \"success\"}")) {
                var sink = new CollectingSink();
                Optional<String> reason =
                        type().replay(connection, contentType, Position.START, Document.of(kept), sink);

                assertThat(reason).as(contentType.name() + ": " + kept).isPresent();
                assertThat(sink.records()).isEmpty();
                assertThat(sink.quarantined()).isEmpty();
            }
        }
    }

    @Test
    void carriesItsIdsInListedFields() {
        List<String> listed = type().fields().stream().map(Field::path).toList();

        assertThat(type().contentTypes().stream().flatMap(contentType -> type().idField(contentType).stream()))
                .isSubsetOf(listed);
    }

    @Test
    void endsATestAtTheFirstStepThatFails() throws InterruptedException {
        List<TestStep> told = new ArrayList<>();

        TestReport report = test(
                (uri, headers) -> {
                    throw new OutboundException(OutboundException.Kind.NAME_NOT_FOUND, "cannot find the host");
                },
                told::add);

        assertThat(report).isInstanceOfSatisfying(TestReport.Failure.class, failed -> {
            assertThat(failed.failure()).hasMessageContaining("cannot find the host");
            assertThat(failed.failure().advice()).isEqualTo(Advice.NAME_NOT_FOUND);
        });
        assertThat(report.steps()).isEqualTo(told).extracting(TestStep::result).startsWith(TestStep.Result.FAILED);
        assertThat(report.steps().stream().skip(1))
                .isNotEmpty()
                .allSatisfy(step -> assertThat(step.result()).isEqualTo(TestStep.Result.SKIPPED));
    }

    @Test
    void saysInATestThatTheOperatorDoesNotAllowTheHost() throws InterruptedException {
        TestReport report = test(
                (uri, headers) -> {
                    throw new HostRefusedException("not allowed");
                },
                TestListener.NONE);

        assertThat(report)
                .isInstanceOfSatisfying(
                        TestReport.Failure.class,
                        failed -> assertThat(failed.failure().advice()).isEqualTo(Advice.HOST_NOT_ALLOWED));
    }

    private TestReport test(Outbound outbound, TestListener listener) throws InterruptedException {
        return type().test(connection(outbound), Set.copyOf(type().contentTypes()), listener);
    }

    private Collector collector(ContentType contentType, Outbound outbound) {
        return type().collector(connection(outbound), contentType);
    }

    private static Connection connection(Outbound outbound) {
        return new Connection(ORIGIN, "console.example", new Secret(TOKEN), outbound, MOMENT.time());
    }

    private void run(ContentType contentType, Outbound outbound) throws InterruptedException {
        try (Collector collector = collector(contentType, outbound)) {
            Position position = Position.START;
            for (boolean more = true; more; ) {
                var fetched = collector.fetch(position, new CollectingSink());
                position = fetched.next();
                more = fetched.more();
            }
        }
    }
}
