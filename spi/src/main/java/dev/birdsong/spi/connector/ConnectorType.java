// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.connector;

import dev.birdsong.spi.catalogue.Description;
import dev.birdsong.spi.record.Field;
import java.util.List;

/// A kind of source, as the catalogue shows it.
public interface ConnectorType {

    /// What kind of product it is, such as `honeypot`.
    String category();

    /// The name that settings and records carry, such as `thinkst_canary`.
    String type();

    /// The name that people read.
    String displayName();

    /// The streams that it can collect.
    List<ContentType> contentTypes();

    /// What the catalogue shows of it beside these, its form and its help.
    Description description();

    /// The listed fields of its records, beside those that all records have.
    List<Field> fields();

    /// A collector for one of its content types. Asks nothing yet.
    Collector collector(Connection connection, ContentType contentType);
}
