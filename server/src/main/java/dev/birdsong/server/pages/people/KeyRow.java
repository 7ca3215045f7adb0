// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.pages.people;

import dev.birdsong.server.people.ApiKeysEndpoint;

/// An API key as the table shows it.
///
/// @param owner the email of the user for whom it acts
/// @param scope whose things it sees, in words
/// @param expired whether it is too old to be used
public record KeyRow(ApiKeysEndpoint.Answer key, String owner, String scope, boolean expired) {}
