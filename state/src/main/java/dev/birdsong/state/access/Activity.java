// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.access;

import java.time.Instant;
import java.util.Optional;

/// Something that somebody did, or tried to.
///
/// @param action such as `create`
/// @param tenantId whose it was; empty: of the whole installation, seen by those alone who see every tenant
/// @param outcome such as `success`, `refused`; never a secret
public record Activity(Instant at, Who who, String action, What what, Optional<String> tenantId, String outcome) {

    /// Who it was.
    ///
    /// @param userId empty where nobody was signed in
    /// @param address from where
    public record Who(String userId, String email, String address) {}

    /// What it was done to.
    ///
    /// @param kind such as `connector`
    public record What(String kind, String id, String name) {}
}
