// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.outbound;

import static dev.birdsong.spi.outbound.OutboundException.Kind.BROKEN_OFF;
import static dev.birdsong.spi.outbound.OutboundException.Kind.MALFORMED;
import static dev.birdsong.spi.outbound.OutboundException.Kind.NAME_NOT_FOUND;
import static dev.birdsong.spi.outbound.OutboundException.Kind.NOT_CONNECTED;
import static dev.birdsong.spi.outbound.OutboundException.Kind.TIMED_OUT;
import static dev.birdsong.spi.outbound.OutboundException.Kind.TLS_REFUSED;

import dev.birdsong.spi.outbound.HostRefusedException;
import dev.birdsong.spi.outbound.OutboundException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.TruncatedChunkException;

/// Says for people why no answer came, or not all of it.
///
/// @param host whom we asked
/// @param waits how long we waited
record Failures(String host, OutboundLimits.Waits waits) {

    /// What is thrown on for a failure.
    OutboundException explain(IOException failure) {
        OutboundException explained = switch (failure) {
            case AddressRefusedException _ -> new HostRefusedException(String.valueOf(failure.getMessage()));
            case OutboundException known ->
                new OutboundException(known.kind(), "no proper answer from " + host + ": " + said(known));
            default -> reason(failure);
        };
        explained.initCause(failure);
        return explained;
    }

    private OutboundException reason(IOException failure) {
        return switch (failure) {
            case UnknownHostException _ ->
                of(NAME_NOT_FOUND, "cannot find the host " + host + "; check its name, and the DNS of this machine");
            case ConnectTimeoutException _ ->
                of(TIMED_OUT, host + " did not take the connection in time; check the name, and the firewall");
            case NoRouteToHostException _ ->
                of(NOT_CONNECTED, "there is no route to " + host + "; check the network and the firewall");
            case ConnectException _ ->
                of(NOT_CONNECTED, host + " refused the connection; check the name, and that it is up");
            case SocketTimeoutException _ -> of(TIMED_OUT, host + " sent nothing for " + seconds(waits.silence()));
            case SSLException tls -> of(TLS_REFUSED, TlsFailures.reason(host, tls));
            default -> inTheMiddle(failure);
        };
    }

    private OutboundException inTheMiddle(IOException failure) {
        return switch (failure) {
            case NoHttpResponseException _ -> of(BROKEN_OFF, host + " closed the connection without an answer");
            case ConnectionClosedException _, TruncatedChunkException _, EOFException _ ->
                of(BROKEN_OFF, "the answer of " + host + " was cut off");
            case ZipException _ -> of(MALFORMED, "the answer of " + host + " is said to be gzip and is not");
            case SocketException _ -> of(BROKEN_OFF, host + " broke off the connection");
            default -> of(MALFORMED, "no proper answer from " + host + ": " + said(failure));
        };
    }

    private static OutboundException of(OutboundException.Kind kind, String message) {
        return new OutboundException(kind, message);
    }

    private static String said(IOException failure) {
        String message = String.valueOf(failure.getMessage());
        return failure.getClass() == IOException.class || failure instanceof OutboundException
                ? message
                : failure.getClass().getSimpleName();
    }

    private static String seconds(Duration time) {
        return time.toMillis() % 1_000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
}
