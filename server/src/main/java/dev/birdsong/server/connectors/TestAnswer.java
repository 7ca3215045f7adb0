// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.connectors;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.birdsong.spi.connector.Advice;
import dev.birdsong.spi.connector.CollectException;
import dev.birdsong.spi.connector.TestReport;
import dev.birdsong.spi.connector.TestStep;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How a test went, as it is answered.
///
/// @param result `success` or `failure`
/// @param httpStatus what the console answered; nothing where there was no answer, or nothing failed
/// @param explanation what the failure means
/// @param recommendation what to look at
public record TestAnswer(
        String result,
        String summary,
        List<Step> steps,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Integer> httpStatus,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> explanation,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> recommendation) {

    public TestAnswer {
        steps = List.copyOf(steps);
        recommendation = List.copyOf(recommendation);
    }

    /// One step.
    ///
    /// @param result `passed`, `warned`, `failed` or `skipped`
    public record Step(String name, String result, String detail, long tookMs) {

        /// As it is answered.
        public static Step of(TestStep step) {
            return new Step(
                    step.name(),
                    step.result().name().toLowerCase(Locale.ROOT),
                    step.detail(),
                    step.took().toMillis());
        }
    }

    static TestAnswer of(TestReport report) {
        List<Step> steps = report.steps().stream().map(Step::of).toList();
        return switch (report) {
            case TestReport.Success _ ->
                new TestAnswer("success", summary(steps), steps, Optional.empty(), Optional.empty(), List.of());
            case TestReport.Failure(List<TestStep> _, CollectException failure) -> failed(steps, failure);
        };
    }

    private static TestAnswer failed(List<Step> steps, CollectException failure) {
        Advice advice = failure.advice();
        return new TestAnswer(
                "failure",
                String.valueOf(failure.getMessage()),
                steps,
                Optional.of(failure.status()).filter(status -> status > 0),
                Optional.of(advice.explanation()),
                advice.recommendation());
    }

    private static String summary(List<Step> steps) {
        List<String> warnings = steps.stream()
                .filter(step -> step.result().equals("warned"))
                .map(Step::name)
                .toList();
        return warnings.isEmpty()
                ? "the connection works"
                : "the connection works; to be looked at: " + String.join(", ", warnings);
    }
}
