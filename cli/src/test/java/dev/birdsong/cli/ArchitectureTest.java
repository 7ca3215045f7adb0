// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.birdsong");

    /// The wiring, which hands time and randomness in; the simulated console, whose life is not ours; and what draws
    /// the seeds of tests.
    private static final String[] WIRING = {
        "dev.birdsong.cli..",
        "dev.birdsong.server",
        "dev.birdsong.server.parts",
        "dev.birdsong.consolesimulator..",
        "dev.birdsong.testkit.."
    };

    @Test
    void seesEveryModule() {
        assertThat(CODE.containPackage("dev.birdsong.spi.lake")).isTrue();
        assertThat(CODE.containPackage("dev.birdsong.lakes.lucene")).isTrue();
        assertThat(CODE.containPackage("dev.birdsong.connectors.thinkstcanary.collect"))
                .isTrue();
        assertThat(CODE.containPackage("dev.birdsong.outbound")).isTrue();
        assertThat(CODE.containPackage("dev.birdsong.state.sql")).isTrue();
        assertThat(CODE.containPackage("dev.birdsong.server.parts")).isTrue();
    }

    @Test
    void pluginsKnowTheSpiOnly() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.birdsong.connectors..",
                        "dev.birdsong.lakes..",
                        "dev.birdsong.query..",
                        "dev.birdsong.outbound..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.birdsong.engine..",
                        "dev.birdsong.state..",
                        "dev.birdsong.server..",
                        "dev.birdsong.cli..",
                        "dev.birdsong.settings..")
                .check(CODE.that(not(resideInAPackage("dev.birdsong.query.."))));
    }

    @Test
    void pluginsDoNotKnowEachOther() {
        slices().matching("dev.birdsong.(connectors|lakes|query|outbound)..")
                .should()
                .notDependOnEachOther()
                .check(CODE);
    }

    @Test
    void theSpiKnowsNothingOfOurs() {
        classes()
                .that()
                .resideInAPackage("dev.birdsong.spi..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.birdsong.spi..", "java..", "org.jspecify..")
                .check(CODE);
    }

    @Test
    void theEngineKnowsNoPlugin() {
        noClasses()
                .that()
                .resideInAPackage("dev.birdsong.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.birdsong.connectors..", "dev.birdsong.lakes..", "dev.birdsong.outbound..")
                .check(CODE);
    }

    @Test
    void theStateKnowsSpiAndEngineOnly() {
        noClasses()
                .that()
                .resideInAPackage("dev.birdsong.state..")
                .should()
                .dependOnClassesThat(resideInAPackage("dev.birdsong..")
                        .and(not(resideInAnyPackage(
                                "dev.birdsong.state..", "dev.birdsong.engine..", "dev.birdsong.spi.."))))
                .check(CODE);
    }

    @Test
    void theServerIsKnownToTheCommandsAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.birdsong.server..", "dev.birdsong.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.birdsong.server..", "dev.birdsong.cli..")
                .check(CODE);
        noClasses()
                .that()
                .resideInAPackage("dev.birdsong.server..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.birdsong.cli..")
                .check(CODE);
    }

    @Test
    void springLivesInTheServerAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.birdsong.server..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .check(CODE);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.birdsong.(**)").should().beFreeOfCycles().check(CODE);
    }

    @Test
    void timeAndRandomnessAreHandedIn() {
        noClasses()
                .that()
                .resideOutsideOfPackages(WIRING)
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callConstructor(Random.class)
                .check(CODE);
    }

    @Test
    void noPackageKnowsNull() {
        assertThat(CODE.getPackage("dev.birdsong").getSubpackagesInTree())
                .filteredOn(javaPackage -> !javaPackage.getClasses().isEmpty())
                .allMatch(ArchitectureTest::isNullMarked);
    }

    private static boolean isNullMarked(JavaPackage javaPackage) {
        return javaPackage.isAnnotatedWith(NullMarked.class);
    }
}
