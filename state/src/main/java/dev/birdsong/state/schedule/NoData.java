// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.schedule;

import com.github.kagkarlsson.scheduler.serializer.Serializer;

/// Rows of the schedule carry no data; whatever somebody put there is not read.
final class NoData implements Serializer {

    @Override
    public byte[] serialize(Object data) {
        return new byte[0];
    }

    @Override
    public <T> T deserialize(Class<T> type, byte[] serialized) {
        throw new IllegalStateException("a row of the schedule has data, where none is ever written");
    }
}
