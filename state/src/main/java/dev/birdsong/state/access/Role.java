// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.access;

import static dev.birdsong.state.access.Permission.EDIT_CONNECTORS;
import static dev.birdsong.state.access.Permission.EDIT_LOG_FILTERS;
import static dev.birdsong.state.access.Permission.EDIT_NOTIFICATIONS;
import static dev.birdsong.state.access.Permission.EDIT_USERS;
import static dev.birdsong.state.access.Permission.READ;
import static dev.birdsong.state.access.Permission.READ_ACTIVITIES;
import static dev.birdsong.state.access.Permission.SHARE_QUERIES;

import dev.birdsong.spi.lake.TenantScope;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What somebody may do.
public enum Role {
    SUPER_ADMIN("Super Admin"),
    PLATFORM_ADMIN("Platform Admin"),
    SECURITY_ADMIN("Security Admin"),
    USER("User");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    private Set<Permission> permissions() {
        return switch (this) {
            case SUPER_ADMIN -> EnumSet.allOf(Permission.class);
            case PLATFORM_ADMIN -> EnumSet.complementOf(EnumSet.of(EDIT_USERS));
            case SECURITY_ADMIN ->
                EnumSet.of(READ, EDIT_CONNECTORS, EDIT_LOG_FILTERS, EDIT_NOTIFICATIONS, SHARE_QUERIES, READ_ACTIVITIES);
            case USER -> EnumSet.of(READ);
        };
    }

    /// Its name for people and in the API, such as `Super Admin`.
    public String label() {
        return label;
    }

    /// The role of this name.
    public static Optional<Role> of(String label) {
        return Arrays.stream(values()).filter(role -> role.label.equals(label)).findFirst();
    }

    /// Whether somebody with this role and scope may do it.
    public boolean allows(Permission permission, TenantScope scope) {
        return permissions().contains(permission)
                && (scope instanceof TenantScope.All() || !permission.wantsRootScope());
    }

    /// Whether this role allows all that the other does.
    public boolean covers(Role other) {
        return permissions().containsAll(other.permissions());
    }
}
