// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli.apply;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// What cannot be changed once a connector is made must be as the file says.
record FrozenKeys(Existing existing) {

    /// @throws RefusedException for the first that is not
    void check(Wanted.Frozen wanted, JsonNode there) {
        wanted.general()
                .forEach((key, value) -> Difference.of(key, Values.texts(there.path(key)), Values.texts(value))
                        .ifPresent(FrozenKeys::refuse));
        wanted.profiles().ifPresent(names -> checkProfiles(names, Values.texts(there.path("profiles"))));
    }

    private static void refuse(Difference difference) {
        String before = Difference.text(difference.there());
        throw new RefusedException(
                difference.field(),
                "is " + before + " on the server and cannot be changed once the connector is made: write " + before
                        + ", or make another connector under another name");
    }

    private void checkProfiles(List<String> names, List<String> there) {
        for (String name : names) {
            if (!there.containsAll(existing.profileIds(List.of(name)))) {
                throw new RefusedException(
                        "profiles",
                        "the connector is there already and not in the profile '" + name
                                + "': add it to the profile by the API, or take the profile out of the file");
            }
        }
    }
}
