// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.notifications;

import dev.birdsong.outbound.ApacheOutbound;
import dev.birdsong.spi.connector.Secret;
import dev.birdsong.spi.outbound.Answer;
import dev.birdsong.spi.outbound.OutboundException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Sends messages to the URLs that the operator allows, by the one way out.
record Webhooks(AllowedWebhooks allowed, ApacheOutbound outbound) {

    /// Has `sha256=` and the HMAC-SHA256 of the body, where the rule has a secret.
    static final String SIGNATURE = "X-Birdsong-Signature";

    private static final String HMAC = "HmacSHA256";
    private static final int GONE = 410;

    /// Tries once.
    Sending send(String url, Message message, Optional<Secret> secret) throws InterruptedException {
        Optional<String> problem = allowed.problem(url);
        if (problem.isPresent()) {
            return new Sending.Refused("the webhook " + problem.get(), false);
        }
        byte[] body = message.json().bytes();
        Map<String, String> headers = secret.map(text -> Map.of(SIGNATURE, "sha256=" + hmac(text, body)))
                .orElse(Map.of());
        try (Answer answer = outbound.post(URI.create(url), headers, body)) {
            return answer.status() >= 200 && answer.status() < 300
                    ? new Sending.Taken()
                    : new Sending.Refused(
                            "the webhook answered with the status " + answer.status(), answer.status() != GONE);
        } catch (IOException e) {
            return refused(e);
        }
    }

    private static Sending refused(IOException failure) {
        boolean again = !(failure instanceof OutboundException refused)
                || refused.kind() != OutboundException.Kind.HOST_REFUSED;
        return new Sending.Refused("the webhook was not reached: " + failure.getMessage(), again);
    }

    private static String hmac(Secret secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), HMAC));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }
}
