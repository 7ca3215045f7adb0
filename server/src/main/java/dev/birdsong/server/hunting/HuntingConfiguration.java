// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.hunting;

import dev.birdsong.server.data.DataEndpoint;
import dev.birdsong.server.parts.Parts;
import dev.birdsong.spi.record.Schema;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts together what hunting needs beside the records.
@Configuration(proxyBeanMethods = false)
class HuntingConfiguration {

    @Bean
    Places places(Parts parts) {
        return Places.open(parts.settings().server().geoip());
    }

    @Bean
    SavedBody.Reading savedReading(DataEndpoint.Reading reading, Schema schema, Clock clock) {
        return new SavedBody.Reading(reading.reader(), reading.parser(), schema, clock);
    }
}
