// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.connectors.thinkstcanary;

import dev.birdsong.spi.connector.ConnectorType;
import dev.birdsong.testkit.connector.CensusContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class ThinkstCanaryCensusTest extends CensusContract {

    @TempDir
    private Path spool;

    @Override
    protected ConnectorType type() {
        return new ThinkstCanary(spool);
    }
}
