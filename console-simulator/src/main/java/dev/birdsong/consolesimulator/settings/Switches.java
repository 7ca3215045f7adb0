// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.settings;

import dev.birdsong.consolesimulator.json.KeyOrder;
import java.time.Duration;

/// What a console may do one way or another where the documentation leaves it open. Each can be set by its
/// name in kebab-case: `with("page-order", "descending")`.
///
/// @param badTokenStatus the HTTP status that goes with a token that is not accepted
/// @param access whether the key may use the API at all
/// @param refusalStatus the HTTP status that goes with a refusal
/// @param maximumLimit larger limits are cut to it; 0 is none
/// @param cursorLifetime how long a cursor is accepted; zero is for ever
/// @param unpagedCursor the `cursor` member where no limit was asked for
/// @param lastPageCursor the `cursor` member of the last page
/// @param maxUpdatedId what `max_updated_id` tells
/// @param pageOrder in which order incidents come
/// @param afterId what becomes of `after_id` on the later pages of the audit trail
/// @param emptyIncidents the `incidents` member where there are none
/// @param acknowledgeBumps whether acknowledging gives a new `updated_id`
/// @param enrichmentChangesEvents whether the events of tokens are enriched later
/// @param deviceFlock whether devices tell their `flock_id`
/// @param rollbackLogtype the log type of a network settings roll-back
/// @param eventLimitKeeps which events `event_limit` leaves
/// @param shrinkDefault whether events are shrunk where the request does not say
/// @param nativeTypes whether numbers and booleans in a description are no strings
/// @param cursorPointsAt what a cursor is made of
/// @param silentMutation whether acknowledging and enriching go without a new `updated_id`
/// @param keyOrder the order of keys in every object
/// @param gzip whether answers are packed for clients that take it
/// @param ignoreLimit whether `limit` is ignored and all comes at once
/// @param hostile whether a share of what attackers typed is hostile to its readers
/// @param lateShare the share of new ids that become visible late
/// @param lateRequests after how many API requests they do
/// @param lateTime after how much time they do
/// @param failsAbove larger pages are answered with 504, as by a proxy that has no patience; 0 for none
public record Switches(
        int badTokenStatus,
        Access access,
        int refusalStatus,
        int maximumLimit,
        Duration cursorLifetime,
        CursorMember unpagedCursor,
        CursorMember lastPageCursor,
        MaxUpdatedId maxUpdatedId,
        PageOrder pageOrder,
        AfterId afterId,
        EmptyList emptyIncidents,
        boolean acknowledgeBumps,
        boolean enrichmentChangesEvents,
        boolean deviceFlock,
        int rollbackLogtype,
        EventLimit eventLimitKeeps,
        boolean shrinkDefault,
        boolean nativeTypes,
        CursorTarget cursorPointsAt,
        boolean silentMutation,
        KeyOrder keyOrder,
        boolean gzip,
        boolean ignoreLimit,
        boolean hostile,
        double lateShare,
        int lateRequests,
        Duration lateTime,
        int failsAbove) {

    private static final Switches DOCUMENTED = new Switches(
            401,
            Access.ALLOWED,
            403,
            0,
            Duration.ZERO,
            CursorMember.ABSENT,
            CursorMember.NULLS,
            MaxUpdatedId.PAGE,
            PageOrder.ASCENDING,
            AfterId.FORGOTTEN,
            EmptyList.ARRAY,
            true,
            true,
            false,
            22001,
            EventLimit.FIRST,
            true,
            false,
            CursorTarget.ID,
            false,
            KeyOrder.ALPHABETICAL,
            true,
            false,
            false,
            0,
            3,
            Duration.ZERO,
            0);

    /// Whether the API may be used with this key; `ADMIN` may also list the keys.
    public enum Access {
        ALLOWED,
        ADMIN,
        ROLE_REFUSED,
        API_DISABLED
    }

    /// How `cursor` looks where there is nothing to go on to.
    public enum CursorMember {
        NULLS,
        ABSENT,
        NULL
    }

    /// What `max_updated_id` tells. `PAGE` leaves it out of an empty page; `PAGE_OR_NULL` says null there.
    public enum MaxUpdatedId {
        PAGE,
        PAGE_OR_NULL,
        CONSOLE,
        NULL,
        ABSENT
    }

    /// `REVERSED` gives the newest page first, each page ascending.
    public enum PageOrder {
        ASCENDING,
        DESCENDING,
        REVERSED
    }

    /// What becomes of `after_id` behind a cursor; `REFUSED`: an error where both are sent.
    public enum AfterId {
        FORGOTTEN,
        KEPT,
        REFUSED
    }

    /// How an empty list looks.
    public enum EmptyList {
        ARRAY,
        NULL,
        ABSENT
    }

    /// Which end of the events is left.
    public enum EventLimit {
        FIRST,
        LAST
    }

    /// Whether a cursor is the id to go on from, or an offset into a list whose rows shift.
    public enum CursorTarget {
        ID,
        OFFSET
    }

    /// What the documentation and the known clients suggest.
    public static Switches documented() {
        return DOCUMENTED;
    }

    /// These switches with one of them, named in kebab-case, set from text.
    ///
    /// @throws IllegalArgumentException where there is no such switch or it has no such value
    public Switches with(String name, String value) {
        return NamedValues.with(this, name, value);
    }
}
