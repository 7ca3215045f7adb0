// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.faults.play;

import java.io.IOException;

/// What is done to a console and to the program that collects from it.
@FunctionalInterface
public interface Script {

    void play(Stage stage) throws IOException, InterruptedException;
}
