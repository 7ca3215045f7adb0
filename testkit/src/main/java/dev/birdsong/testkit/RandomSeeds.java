// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/// A test that holds for every seed: run with 100 fresh ones, each named when it fails, or with the one of `-Dseed=N`.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "seed {0}")
@ArgumentsSource(RandomSeeds.Seeds.class)
@ExtendWith(RandomSeeds.Named.class)
public @interface RandomSeeds {

    /// How many seeds are tried.
    int value() default 100;

    /// Draws the seeds.
    final class Seeds implements ArgumentsProvider {

        @Override
        public Stream<Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
            String given = System.getProperty("seed");
            int count = context.getRequiredTestMethod()
                    .getAnnotation(RandomSeeds.class)
                    .value();
            return given != null
                    ? Stream.of(Arguments.of(Long.parseLong(given)))
                    : new Random().longs(count).mapToObj(Arguments::of);
        }
    }

    /// Names the seed in the failure itself, since build logs leave out the names of tests.
    final class Named implements TestExecutionExceptionHandler {

        @Override
        public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
            throw failure instanceof AssertionError error
                    ? new AssertionError(context.getDisplayName() + ": " + error.getMessage(), error)
                    : failure;
        }
    }
}
