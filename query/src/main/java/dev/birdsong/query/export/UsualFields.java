// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.query.export;

import java.util.List;

/// What people see of a record unless they ask for something else.
public final class UsualFields {

    /// By path.
    public static final List<String> NAMES =
            List.of("timestamp", "msg_class", "record_type", "event_name", "srcip", "username", "hostname", "severity");

    private UsualFields() {}
}
