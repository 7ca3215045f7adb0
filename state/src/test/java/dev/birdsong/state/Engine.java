// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state;

import dev.birdsong.state.sql.DatabaseUrl;
import java.nio.file.Path;

/// The databases that everything is tested on.
public enum Engine {
    SQLITE {
        @Override
        public DatabaseUrl fresh(Path folder) {
            return DatabaseUrl.file(folder.resolve("birdsong.db"));
        }
    },
    POSTGRESQL {
        @Override
        public DatabaseUrl fresh(Path folder) {
            return RealPostgres.INSTANCE.fresh();
        }
    };

    /// Where there is no database yet.
    public abstract DatabaseUrl fresh(Path folder);
}
