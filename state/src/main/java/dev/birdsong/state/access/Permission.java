// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.access;

/// Something that a role may allow.
public enum Permission {
    /// To look at connectors, records and all that is beside them.
    READ(false),
    /// To make, edit, pause, test connectors, collect by them and set them back.
    EDIT_CONNECTORS(false),
    /// To delete connectors.
    DELETE_CONNECTORS(false),
    /// To make, edit and delete log filters.
    EDIT_LOG_FILTERS(true),
    /// To make, edit and delete notification rules, and to send their test messages.
    EDIT_NOTIFICATIONS(false),
    /// To keep searches for all who see a tenant, and to change those.
    SHARE_QUERIES(false),
    /// To make, edit and delete data analyzer profiles, and to forget nodes.
    EDIT_PROFILES(true),
    /// To make, edit and delete tenants.
    EDIT_TENANTS(true),
    /// To make, edit and delete users, with their roles and scopes, and API keys of others.
    EDIT_USERS(true),
    /// To read who did what.
    READ_ACTIVITIES(false);

    private final boolean wantsRootScope;

    Permission(boolean wantsRootScope) {
        this.wantsRootScope = wantsRootScope;
    }

    /// Whether only those have it who see every tenant.
    public boolean wantsRootScope() {
        return wantsRootScope;
    }
}
