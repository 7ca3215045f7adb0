// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.cli;

import java.util.List;

/// What a table of records shows unless told otherwise.
final class SearchColumns {

    static final List<String> NAMES =
            List.of("timestamp", "msg_class", "record_type", "event_name", "srcip", "username", "hostname", "severity");

    private SearchColumns() {}
}
