// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.secrets;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.SecretKeyAccess;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;

/// The keys: the newest one seals, all of them open.
record Keys(KeysetHandle handle) {

    private static final Configuration CONFIGURATION = AeadConfig2026.get();
    private static final SecretKeyAccess ACCESS = InsecureSecretKeyAccess.get();

    static Keys fresh() throws GeneralSecurityException {
        return new Keys(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, CONFIGURATION));
    }

    static Keys parse(String text) throws GeneralSecurityException {
        return new Keys(TinkJsonProtoKeysetFormat.parseKeyset(text, CONFIGURATION, ACCESS));
    }

    String text() throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(handle, CONFIGURATION, ACCESS);
    }

    Aead aead() throws GeneralSecurityException {
        return handle.getPrimitive(CONFIGURATION, Aead.class);
    }

    int count() {
        return handle.size();
    }

    Keys withNewest() throws GeneralSecurityException {
        return new Keys(KeysetHandle.newBuilder(handle)
                .setConfiguration(CONFIGURATION)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .build());
    }

    Keys newestOnly() throws GeneralSecurityException {
        KeysetHandle.Builder builder = KeysetHandle.newBuilder(handle).setConfiguration(CONFIGURATION);
        for (int entry = builder.size() - 1; entry >= 0; entry--) {
            if (!builder.getAt(entry).isPrimary()) {
                builder.deleteAt(entry);
            }
        }
        return new Keys(builder.build());
    }
}
