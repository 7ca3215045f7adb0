// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.outbound;

import dev.birdsong.spi.outbound.HostRefusedException;
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
    IOException explain(IOException failure) {
        return failure instanceof AddressRefusedException
                ? new HostRefusedException(String.valueOf(failure.getMessage()))
                : new IOException(reason(failure), failure);
    }

    private String reason(IOException failure) {
        return switch (failure) {
            case UnknownHostException _ ->
                "cannot find the host " + host + "; check its name, and the DNS of this machine";
            case ConnectTimeoutException _ ->
                host + " did not take the connection in time; check the name, and the firewall";
            case NoRouteToHostException _ -> "there is no route to " + host + "; check the network and the firewall";
            case ConnectException _ -> host + " refused the connection; check the name, and that it is up";
            case SocketTimeoutException _ -> host + " sent nothing for " + seconds(waits.silence());
            case SSLException tls -> TlsFailures.reason(host, tls);
            default -> inTheMiddle(failure);
        };
    }

    private String inTheMiddle(IOException failure) {
        return switch (failure) {
            case NoHttpResponseException _ -> host + " closed the connection without an answer";
            case ConnectionClosedException _, TruncatedChunkException _, EOFException _ ->
                "the answer of " + host + " was cut off";
            case ZipException _ -> "the answer of " + host + " is said to be gzip and is not";
            case SocketException _ -> host + " broke off the connection";
            default -> "no proper answer from " + host + ": " + said(failure);
        };
    }

    private static String said(IOException failure) {
        String message = String.valueOf(failure.getMessage());
        return failure.getClass() == IOException.class
                ? message
                : failure.getClass().getSimpleName();
    }

    private static String seconds(Duration time) {
        return time.toMillis() % 1_000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
}
