// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.faults.play;

import java.time.InstantSource;

/// The scene of a play, by how much of the suite is played.
@FunctionalInterface
public interface Setting {

    Scene in(Form form);

    /// A console of so many incidents and as many audit records.
    static Setting of(int inShort, int inFull) {
        return form -> Scene.of(form.of(inShort, inFull));
    }

    /// The same with a switch of the console set.
    default Setting with(String name, String value) {
        return form -> in(form).with(name, value);
    }

    /// The same with another clock of the console.
    default Setting at(InstantSource clock) {
        return form -> in(form).at(clock);
    }
}
