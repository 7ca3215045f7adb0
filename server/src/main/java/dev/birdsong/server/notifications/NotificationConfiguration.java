// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.notifications;

import dev.birdsong.server.parts.Parts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts together what tells people.
@Configuration(proxyBeanMethods = false)
public class NotificationConfiguration {

    @Bean
    AllowedWebhooks allowedWebhooks(Parts parts) {
        return AllowedWebhooks.of(parts.settings().messages());
    }

    @Bean
    TestMessages testMessages(Parts parts) {
        return new TestMessages(Courier.of(parts));
    }
}
