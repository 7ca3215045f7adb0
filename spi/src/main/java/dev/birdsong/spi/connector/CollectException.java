// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.connector;

import java.time.Duration;
import java.util.Optional;

/// Why a console did not answer as it should. Sealed, so that the engine has to decide about each kind.
/// Messages are for people: one line, what went wrong and what to do, never a secret or a record's content.
public abstract sealed class CollectException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final Advice advice;

    private CollectException(String message, int status, Advice advice) {
        super(message);
        this.status = status;
        this.advice = advice;
    }

    /// The HTTP status, or 0 where there was none.
    public int status() {
        return status;
    }

    /// What it means and what to look at.
    public Advice advice() {
        return advice;
    }

    /// Too many requests.
    public static final class RateLimited extends CollectException {

        private static final long serialVersionUID = 1;

        private final transient Optional<Duration> retryAfter;

        /// @param retryAfter how long the console asks to wait, where it says so
        public RateLimited(String message, Optional<Duration> retryAfter) {
            super(message, 429, Advice.TOO_MANY_REQUESTS);
            this.retryAfter = retryAfter;
        }

        /// How long the console asks to wait, where it says so; never more than an hour.
        public Optional<Duration> retryAfter() {
            return retryAfter;
        }
    }

    /// No answer, or one that says that the console cannot answer now: a name that does not resolve, a
    /// time-out, a cut body, 5xx.
    public static final class Unavailable extends CollectException {

        private static final long serialVersionUID = 1;

        public Unavailable(String message, int status) {
            this(message, status, status == 0 ? Advice.BROKEN_OFF : Advice.SERVER_ERROR);
        }

        public Unavailable(String message, int status, Advice advice) {
            super(message, status, advice);
        }
    }

    /// The auth token is not accepted.
    public static final class Unauthorized extends CollectException {

        private static final long serialVersionUID = 1;

        public Unauthorized(String message, int status) {
            super(message, status, Advice.UNAUTHORIZED);
        }
    }

    /// The auth token may not do this, or the operator did not allow the host.
    public static final class Forbidden extends CollectException {

        private static final long serialVersionUID = 1;

        public Forbidden(String message, int status) {
            this(message, status, Advice.FORBIDDEN);
        }

        public Forbidden(String message, int status, Advice advice) {
            super(message, status, advice);
        }
    }

    /// There is no such path at this host.
    public static final class NotFound extends CollectException {

        private static final long serialVersionUID = 1;

        public NotFound(String message, int status) {
            super(message, status, Advice.NOT_FOUND);
        }
    }

    /// The console understood the request and refuses it.
    public static final class Refused extends CollectException {

        private static final long serialVersionUID = 1;

        public Refused(String message, int status) {
            super(message, status, Advice.BAD_REQUEST);
        }
    }

    /// The answer is not what the contract says: not JSON, not the expected shape, or it never ends.
    public static final class Unreadable extends CollectException {

        private static final long serialVersionUID = 1;

        public Unreadable(String message, int status) {
            this(message, status, Advice.UNREADABLE);
        }

        public Unreadable(String message, int status, Advice advice) {
            super(message, status, advice);
        }
    }
}
