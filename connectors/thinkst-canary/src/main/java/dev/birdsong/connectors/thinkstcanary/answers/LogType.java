// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary.answers;

/// What is known of one kind of incident.
///
/// @param number as the console numbers it
/// @param summary its usual name
/// @param category whether somebody attacked, or the system speaks of itself
/// @param severity how much it matters; empty where that is not known
/// @param technique the MITRE ATT&CK technique that fits best; its id and name are empty where none fits
public record LogType(String number, String summary, Category category, String severity, Technique technique) {

    /// A technique of MITRE ATT&CK.
    public record Technique(String id, String name) {}

    /// Keeps operational kinds apart from attacks.
    public enum Category {
        /// Somebody touched what nobody should.
        ATTACK("attack"),
        /// The system speaks of itself.
        OPERATIONAL("operational"),
        /// Somebody tries out the way of a message.
        TEST("test"),
        /// A kind that is not known here.
        UNCLASSIFIED("unclassified");

        private final String label;

        Category(String label) {
            this.label = label;
        }

        /// As records carry it.
        public String label() {
            return label;
        }
    }
}
