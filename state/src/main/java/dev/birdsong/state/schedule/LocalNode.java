// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.schedule;

/// The node that this process is.
///
/// @param name the same whenever it is started
/// @param profile the name of the data analyzer profile whose connectors it runs
/// @param address where it can be reached
/// @param version of the program
public record LocalNode(String name, String profile, String address, String version) {}
