// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.http;

/// What is said where only the HTTP status is known.
final class StandardErrors {

    private StandardErrors() {}

    static String code(int status) {
        return switch (status) {
            case 400 -> "bad-request";
            case 401 -> "unauthorized";
            case 403 -> "forbidden";
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 406 -> "not-acceptable";
            case 413 -> "body-too-large";
            case 415 -> "unsupported-media-type";
            case 501 -> "not-implemented";
            default -> status < 500 ? "refused" : "internal";
        };
    }

    static String message(int status) {
        return switch (status) {
            case 400 -> "the request cannot be read: check its address, headers and body";
            case 401 -> "no valid token: get one from POST /connect/api/v1/access_token";
            case 403 -> "your role does not allow this: ask an administrator";
            case 404 -> "there is no such address: see /openapi.json for those there are";
            case 405 -> "this address does not take that method: see /openapi.json";
            case 406 -> "the answer is JSON: send 'Accept: application/json' or no Accept header";
            case 413 -> "the body is too large: send less";
            case 415 -> "send the body as 'Content-Type: application/json'";
            case 501 -> "the body cannot be sent in this way: send it as it is, or chunked";
            default -> status < 500 ? "the request is refused" : "an error of ours: the server's log tells more";
        };
    }
}
