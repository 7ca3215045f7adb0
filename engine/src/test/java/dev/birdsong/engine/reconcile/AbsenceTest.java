// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.engine.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.birdsong.engine.ShownThing;
import dev.birdsong.engine.reconcile.Reckoning.Hole;
import dev.birdsong.spi.connector.Shown;
import dev.birdsong.testkit.RandomSeeds;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AbsenceTest {

    private final Reckoning reckoning = new Reckoning();

    private void shown(LongStream things) {
        things.forEach(thing -> reckoning.shown(new ShownThing(Shown.of(thing), true)));
    }

    private void held(LongStream things, long group) {
        things.forEach(thing -> reckoning.held(thing, group));
    }

    private Absence absence(boolean numbered) {
        return Absence.of(reckoning, Set.of(), numbered);
    }

    @Test
    void takesAFewForGoneAndNoMore() {
        shown(LongStream.rangeClosed(1, 95));
        held(LongStream.rangeClosed(1, 100), 1);

        assertThat(absence(false).candidates()).containsExactly(96L, 97L, 98L, 99L, 100L);
        assertThat(absence(false).seesLess()).isEmpty();

        held(LongStream.of(101), 1);

        assertThat(absence(false).seesLess()).isEqualTo("only 95 of the 101 that it once showed");
    }

    @Test
    void takesThreeForGoneHoweverSmallTheConsole() {
        shown(LongStream.rangeClosed(1, 5));
        held(LongStream.rangeClosed(1, 8), 1);

        assertThat(absence(false).seesLess()).isEmpty();

        held(LongStream.of(9), 1);

        assertThat(absence(false).seesLess()).isNotEmpty();
    }

    @Test
    void takesNothingForGoneWhereNothingIsShown() {
        held(LongStream.of(1), 1);

        assertThat(absence(false).seesLess()).isEqualTo("none of the 1 that it once showed");
        assertThat(absence(true).purgedUpTo()).isZero();
    }

    @Test
    void takesNothingForGoneWhereAWholeGroupIs() {
        shown(LongStream.rangeClosed(1, 98));
        held(LongStream.rangeClosed(1, 98), 1);
        held(LongStream.of(99), 2);
        assertThat(absence(false).seesLess()).as("one alone may be deleted").isEmpty();

        held(LongStream.of(100), 2);

        assertThat(absence(false).seesLess()).isEqualTo("none of the 2 of one flock or group that it once showed");
    }

    @Test
    void doesNotCountWhatWasNotedAsGone() {
        shown(LongStream.rangeClosed(1, 20));
        held(LongStream.rangeClosed(1, 40), 1);
        Set<Long> marked = new HashSet<>(LongStream.rangeClosed(22, 40).boxed().toList());

        Absence absence = Absence.of(reckoning, marked, false);

        assertThat(absence.candidates()).containsExactly(21L);
        assertThat(absence.seesLess()).isEmpty();
    }

    @Test
    void tellsAPurgeFromDeletions() {
        shown(LongStream.of(50, 51, 53));
        held(LongStream.rangeClosed(1, 53), 0);

        assertThat(absence(true).purgedUpTo()).isEqualTo(49);
        assertThat(absence(true).candidates()).containsExactly(52L);
        assertThat(absence(true).seesLess()).isEmpty();
    }

    @Test
    void findsTheHolesBetweenAllThatIsKnown() {
        shown(LongStream.of(7, 8, 12));
        held(LongStream.of(3, 4, 8), 0);

        assertThat(reckoning.holes()).containsExactly(new Hole(5, 6), new Hole(9, 11));
        assertThat(reckoning.lowestShown()).isEqualTo(7);
    }

    @Test
    void knowsWhatWentToTheLakeAndIsNotThere() {
        reckoning.shown(new ShownThing(Shown.of(1), true));
        reckoning.shown(new ShownThing(Shown.of(2), true));
        reckoning.shown(new ShownThing(Shown.of(3), false));
        reckoning.shown(new ShownThing(new Shown(OptionalLong.of(2), 1_000), false));
        reckoning.shown(new ShownThing(Shown.UNKNOWN, false));
        reckoning.held(1, 0);

        assertThat(reckoning.lost()).isOne();
        assertThat(reckoning.unknown()).isOne();
        assertThat(reckoning.parts()).containsOnlyKeys(2L).containsEntry(2L, 1_000L);
    }

    @RandomSeeds(20)
    void holdsNumbersAsASetDoes(long seed) {
        Random random = new Random(seed);
        NumberSet numbers = new NumberSet();
        Set<Long> plain = new HashSet<>();
        for (int i = 0; i < 5_000; i++) {
            long number = random.nextBoolean() ? random.nextInt(3_000) - 1_500 : random.nextLong();
            assertThat(numbers.add(number)).isEqualTo(plain.add(number));
        }

        assertThat(numbers.size()).isEqualTo(plain.size());
        assertThat(numbers.sorted())
                .containsExactly(
                        plain.stream().mapToLong(Long::longValue).sorted().toArray());
        assertThat(LongStream.range(-2_000, 2_000))
                .allSatisfy(number -> assertThat(numbers.contains(number)).isEqualTo(plain.contains(number)));
    }
}
