// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.connectors;

import dev.birdsong.server.http.Body;
import dev.birdsong.server.pages.FormBody;
import java.util.Set;
import org.springframework.util.MultiValueMap;

/// Reads the forms by which connectors are made and edited.
final class ConnectorForms {

    private static final FormBody FORM = new FormBody(Set.of("filter_list", "conf.content_type"));

    private ConnectorForms() {}

    /// What the API takes.
    static Body body(MultiValueMap<String, String> form) {
        return FORM.of(form);
    }
}
