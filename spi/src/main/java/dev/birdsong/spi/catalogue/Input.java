// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What can be entered into a field of a form.
public sealed interface Input {

    /// As programs name the kind of field: `text`, `password`, `number`, `list`.
    String type();

    /// What is wrong with one value, for people, without a subject: "must be a whole number".
    Optional<String> problem(String value, Exemptions exemptions);

    /// Whether more than one value can be entered.
    default boolean several() {
        return false;
    }

    /// The name of a host in DNS, without scheme, port or path.
    record HostName() implements Input {

        private static final int LONGEST = 253;
        private static final Pattern NAME = Pattern.compile(
                "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*");

        @Override
        public String type() {
            return "text";
        }

        @Override
        public Optional<String> problem(String value, Exemptions exemptions) {
            if (exemptions.mayCarryPort(value)) {
                return Optional.empty();
            }
            if (value.contains("://")) {
                String scheme = value.regionMatches(true, 0, "https:", 0, 6) ? "https" : "a scheme";
                return Optional.of("cannot include " + scheme + "; enter the name alone");
            }
            if (value.contains("/")) {
                return Optional.of("cannot include a path; enter the name alone");
            }
            return value.contains(":") ? Optional.of("cannot include a port; enter the name alone") : name(value);
        }

        private static Optional<String> name(String value) {
            return value.length() <= LONGEST && NAME.matcher(value).matches()
                    ? Optional.empty()
                    : Optional.of("must be a host name of letters, digits, hyphens and dots");
        }
    }

    /// Something that nobody may see again.
    record Password() implements Input {

        private static final Pattern VISIBLE = Pattern.compile("[!-~]{1,1024}");

        @Override
        public String type() {
            return "password";
        }

        @Override
        public Optional<String> problem(String value, Exemptions exemptions) {
            return VISIBLE.matcher(value).matches()
                    ? Optional.empty()
                    : Optional.of("must be printable ASCII without blanks, at most 1,024 characters");
        }
    }

    /// A whole number.
    ///
    /// @param least the smallest
    /// @param most the largest
    record WholeNumber(long least, long most) implements Input {

        private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");

        @Override
        public String type() {
            return "number";
        }

        @Override
        public Optional<String> problem(String value, Exemptions exemptions) {
            boolean fits =
                    WHOLE.matcher(value).matches() && Long.parseLong(value) >= least && Long.parseLong(value) <= most;
            return fits ? Optional.empty() : Optional.of("must be a whole number from " + least + " to " + most);
        }
    }

    /// Some of a list.
    record Choices(List<Choice> choices) implements Input {

        public Choices {
            choices = List.copyOf(choices);
        }

        @Override
        public String type() {
            return "list";
        }

        @Override
        public boolean several() {
            return true;
        }

        @Override
        public Optional<String> problem(String value, Exemptions exemptions) {
            return choices.stream().anyMatch(choice -> choice.name().equals(value))
                    ? Optional.empty()
                    : Optional.of("must be of "
                            + choices.stream().map(Choice::name).toList() + ", not '" + shown(value) + "'");
        }

        private static String shown(String value) {
            return value.length() <= 40 ? value : value.substring(0, 40) + "...";
        }
    }

    /// How far back to begin: `all`, or epoch milliseconds.
    record Start() implements Input {

        private static final Pattern ALL_OR_MILLIS = Pattern.compile("all|\\d{1,15}");

        @Override
        public String type() {
            return "text";
        }

        @Override
        public Optional<String> problem(String value, Exemptions exemptions) {
            return ALL_OR_MILLIS.matcher(value).matches()
                    ? Optional.empty()
                    : Optional.of("must be 'all' or a time in epoch milliseconds");
        }
    }

    /// One of a list.
    ///
    /// @param label as people read it
    /// @param name as programs name it
    record Choice(String label, String name) {}
}
