// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.connector;

import dev.birdsong.spi.outbound.OutboundException;
import java.util.List;

/// What a failure means, and what to look at, for people.
public enum Advice {
    /// 400.
    BAD_REQUEST(
            "The source understood the request and refuses it: something in the configuration does not fit.",
            "Is the connector configured correctly?"),
    /// 401.
    UNAUTHORIZED(
            "The source does not accept the credentials, or they do not allow this part of its API.",
            "Did you enter your credentials correctly?",
            "Have your credentials expired, or were they deleted?",
            "Are your credentials entitled or licensed for this?"),
    /// 403.
    FORBIDDEN(
            "The credentials are valid, but their permission or scope does not cover this.",
            "Did you enter your credentials correctly?",
            "Do the credentials have the role or the permissions for this?",
            "Is the API of the source enabled?"),
    /// 404.
    NOT_FOUND("There is nothing at this address of the source.", "Did you enter the host name correctly?"),
    /// 429.
    TOO_MANY_REQUESTS(
            "The source is asked more often than it or its licence allows.",
            "It recovers by itself, and the connector asks again after a while: nothing is lost.",
            "Does this come often? Ask the provider of the source about its limits and your licence."),
    /// The operator did not allow the host.
    HOST_NOT_ALLOWED(
            "The operator of Birdsong does not allow connections to this host.",
            "Did you enter the host name correctly?",
            "Is the host right? Ask the operator to list it in allowed-consoles."),
    /// Nobody knows an address of the host.
    NAME_NOT_FOUND(
            "The host name has no address.",
            "Did you enter the host name correctly?",
            "Does the DNS of the machine that runs Birdsong know the name?"),
    /// Nobody took the connection.
    NOT_CONNECTED(
            "The host has an address, but no connection to it could be made.",
            "Is the source up?",
            "Does a firewall stand in between? Allow port 443 to the host.",
            "Is a proxy needed, and is it set and letting us through?"),
    /// The host did not prove who it is.
    TLS_REFUSED(
            "The host did not prove that it is who it should be, so that the credentials were not sent.",
            "Does a proxy open up TLS? Put its authority into ca-file.",
            "Has the certificate of the host expired, or is the clock of this machine wrong?"),
    /// Nothing came in time.
    TIMED_OUT(
            "The source did not answer in time, or too slowly.",
            "Is the source overloaded, or the network slow?",
            "Does a firewall or a proxy hold the connection back?"),
    /// The connection broke off.
    BROKEN_OFF(
            "The connection broke off before the answer was complete.",
            "Does it come again? A proxy or a firewall in between may end connections."),
    /// A web page came instead of an answer.
    WEB_PAGE(
            "A web page came instead of the answer of the source.",
            "Does a proxy or a login page stand in between?",
            "Did you enter the host name correctly?"),
    /// 5xx.
    SERVER_ERROR(
            "The source has trouble of its own and cannot answer now.",
            "The connector asks again after a while: nothing is lost.",
            "Does it last? Ask the provider of the source."),
    /// The answer is not what it should be.
    UNREADABLE(
            "An answer came, but not one that this connector can read.",
            "Did you enter the host name correctly?",
            "Was the source upgraded lately? Look for a newer version of Birdsong.");

    private final String explanation;
    private final String recommendation;

    Advice(String explanation, String... recommendation) {
        this.explanation = explanation;
        this.recommendation = String.join("\n", recommendation);
    }

    /// What it means, one sentence.
    public String explanation() {
        return explanation;
    }

    /// What to look at, most likely first.
    public List<String> recommendation() {
        return recommendation.lines().toList();
    }

    /// About a way out that led to no answer.
    public static Advice on(OutboundException failure) {
        return switch (failure.kind()) {
            case HOST_REFUSED -> HOST_NOT_ALLOWED;
            case NAME_NOT_FOUND -> NAME_NOT_FOUND;
            case NOT_CONNECTED, PROXY_REFUSED -> NOT_CONNECTED;
            case TLS_REFUSED -> TLS_REFUSED;
            case TIMED_OUT -> TIMED_OUT;
            case BROKEN_OFF -> BROKEN_OFF;
            case TOO_LARGE, MALFORMED -> UNREADABLE;
        };
    }
}
