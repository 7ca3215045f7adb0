// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
/// Collects incidents, audit trail and devices from a Thinkst Canary Console.
@NullMarked
package dev.birdsong.connectors.thinkstcanary;

import org.jspecify.annotations.NullMarked;
