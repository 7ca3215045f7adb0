// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.lakes.lucene.search;

import dev.birdsong.spi.lake.SortValue;
import dev.birdsong.spi.record.FieldType;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.lucene.util.BytesRef;

/// Values of listed fields, as they are read back.
final class Values {

    private Values() {}

    static SortValue text(FieldType type, BytesRef bytes) {
        return new SortValue.Text(type == FieldType.IP ? address(bytes) : bytes.utf8ToString());
    }

    private static String address(BytesRef bytes) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes.bytes, bytes.offset, bytes.offset + bytes.length))
                    .getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 16 bytes", e);
        }
    }
}
