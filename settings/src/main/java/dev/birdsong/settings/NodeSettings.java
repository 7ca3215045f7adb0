// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.settings;

/// What this process is called, and what it runs.
///
/// @param name unique among the nodes of one database
/// @param profile the data analyzer profile whose connectors it runs
public record NodeSettings(String name, String profile) {}
