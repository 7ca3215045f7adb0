// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.spi.record;

/// Whose records these are and which connector brought them.
///
/// @param tenantId the tenant; part of every record's id
/// @param tenantName as people know it
/// @param sourceKey stands for one console of this tenant; outlives its connectors, part of every record's id
/// @param connectorId the connector that collects
/// @param connectorName as people know it
public record Origin(String tenantId, String tenantName, String sourceKey, String connectorId, String connectorName) {}
