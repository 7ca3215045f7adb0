// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.settings;

/// Something that goes wrong, on which requests and how often.
///
/// @param path the fault strikes only requests whose path contains it
/// @param probability with which it strikes one
/// @param count how often it strikes; negative is without end
public record Fault(Effect effect, String path, double probability, int count) {

    /// Strikes every request of the API.
    public static Fault always(Effect effect) {
        return new Fault(effect, "/api/", 1, -1);
    }

    /// Strikes the next request of the API.
    public static Fault once(Effect effect) {
        return always(effect).times(1);
    }

    public Fault times(int strikes) {
        return new Fault(effect, path, probability, strikes);
    }

    /// The same fault, only on paths that contain `part`.
    public Fault on(String part) {
        return new Fault(effect, part, probability, count);
    }

    public Fault withProbability(double chance) {
        return new Fault(effect, path, chance, count);
    }

    /// Reads a fault such as `status=502,html=true,path=incidents,count=3` or `too-many=5,probability=0.1`.
    ///
    /// @throws IllegalArgumentException where it names what there is not
    public static Fault parse(String text) {
        String[] parts = text.split(",", -1);
        var named = new NamedFault(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            named.option(parts[i]);
        }
        return named.made();
    }
}
