// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.sql;

/// What was asked of the state cannot be done. Its message says why and what to do, in one line.
public abstract sealed class StateException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private StateException(String message) {
        super(message);
    }

    private StateException(String message, Throwable cause) {
        super(message, cause);
    }

    /// The database, or the key file, cannot be used now.
    public static final class Unavailable extends StateException {

        private static final long serialVersionUID = 1;

        public Unavailable(String message) {
            super(message);
        }

        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /// It does not go together with what is there: a name in use, a filter that connectors use.
    public static final class Conflict extends StateException {

        private static final long serialVersionUID = 1;

        private final String field;

        /// @param field what is at fault, as the API names it; empty where nothing in particular is
        public Conflict(String message, String field) {
            super(message);
            this.field = field;
        }

        /// What is at fault, as the API names it; empty where nothing in particular is.
        public String field() {
            return field;
        }
    }

    /// It names something that is not there: a tenant, a log filter, a profile.
    public static final class Missing extends StateException {

        private static final long serialVersionUID = 1;

        private final String field;

        /// @param field what names it, as the API calls it
        public Missing(String message, String field) {
            super(message);
            this.field = field;
        }

        /// What names it, as the API calls it.
        public String field() {
            return field;
        }
    }
}
