// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.hunting;

import dev.birdsong.server.data.DataEndpoint;
import dev.birdsong.spi.record.Schema;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts together what reads searches that are to be kept.
@Configuration(proxyBeanMethods = false)
class HuntingConfiguration {

    @Bean
    SavedBody.Reading savedReading(DataEndpoint.Reading reading, Schema schema, Clock clock) {
        return new SavedBody.Reading(reading.reader(), reading.parser(), schema, clock);
    }
}
