// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.settings;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Sets a component of a record by its name in kebab-case and a text.
final class NamedValues {

    private static final Map<Class<?>, Function<String, ?>> PARSERS = Map.of(
            boolean.class, NamedValues::bool,
            int.class, Integer::valueOf,
            double.class, Double::valueOf,
            Duration.class, Durations::parse);

    private NamedValues() {}

    static <R extends Record> R with(R record, String name, String value) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        boolean known = false;
        for (int i = 0; i < components.length; i++) {
            boolean named = kebab(components[i].getName()).equals(name);
            known |= named;
            values[i] = named ? parse(components[i].getType(), name, value) : read(record, components[i]);
        }
        if (!known) {
            throw new IllegalArgumentException("no switch '" + name + "': it must be one of " + names(components));
        }
        return made(record, components, values);
    }

    private static String names(RecordComponent[] components) {
        return Arrays.stream(components).map(c -> kebab(c.getName())).collect(Collectors.joining(", "));
    }

    private static String kebab(String camel) {
        return camel.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static Object parse(Class<?> type, String name, String value) {
        try {
            Function<String, ?> parser = PARSERS.get(type);
            return parser == null ? constant(type, value) : parser.apply(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "switch '" + name + "' cannot be '" + value + "': it must be " + allowed(type), e);
        }
    }

    private static boolean bool(String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    private static Object constant(Class<?> type, String value) {
        return Arrays.stream(type.getEnumConstants())
                .filter(c -> enumName(c).equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such constant"));
    }

    private static String enumName(Object constant) {
        return constant.toString().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String allowed(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(NamedValues::enumName)
                    .collect(Collectors.joining(" or "));
        }
        return switch (type.getSimpleName()) {
            case "boolean" -> "true or false";
            case "Duration" -> "a time such as 30s, 200ms or 5m";
            default -> "a number";
        };
    }

    private static Object read(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component.getName(), e);
        }
    }

    @SuppressWarnings("unchecked") // the constructor is that of R's own class
    private static <R extends Record> R made(R record, RecordComponent[] components, Object[] values) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return (R) record.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + record.getClass().getSimpleName(), e);
        }
    }
}
