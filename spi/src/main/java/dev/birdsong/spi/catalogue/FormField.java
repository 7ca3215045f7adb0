// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One field of a connector's settings.
///
/// @param name as programs name it, such as `host`
/// @param label as people read it, such as "Hostname"
/// @param input what can be entered
/// @param required whether something has to be
/// @param initial what it is where nothing was entered, as text; empty for nothing
/// @param tooltip a hint, for people; empty for none
public record FormField(String name, String label, Input input, boolean required, String initial, String tooltip) {

    /// What is wrong with what was entered, for people; nothing where it is right. Never repeats a secret.
    ///
    /// @param values what was entered: one text, several for a list, none for nothing
    /// @param exemptions what the operator allows beyond the rules
    public Optional<String> problem(List<String> values, Exemptions exemptions) {
        List<String> entered = values.stream().filter(value -> !value.isBlank()).toList();
        if (entered.isEmpty()) {
            return required ? Optional.of(label + " is required") : Optional.empty();
        }
        if (entered.size() > 1 && !input.several()) {
            return Optional.of(label + " takes one value");
        }
        return entered.stream()
                .flatMap(value -> input.problem(value, exemptions).stream())
                .map(problem -> label + " " + problem)
                .findFirst();
    }

    /// The names that can be chosen, where it is a choice.
    public List<Input.Choice> choices() {
        return Stream.of(input)
                .filter(Input.Choices.class::isInstance)
                .map(Input.Choices.class::cast)
                .flatMap(list -> list.choices().stream())
                .toList();
    }
}
