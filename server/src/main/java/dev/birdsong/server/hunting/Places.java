// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.hunting;

import com.maxmind.db.Reader;
import dev.birdsong.spi.query.Addresses;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Knows in which country and network addresses are, from the operator's MaxMind files, which it reads once. Without
/// any
/// it knows nothing. Nobody outside is asked.
public final class Places {

    private static final Logger LOG = LoggerFactory.getLogger(Places.class);

    private final List<Reader> files;

    private Places(List<Reader> files) {
        this.files = files;
    }

    /// Where an address is.
    ///
    /// @param country its name; empty where it is not known
    /// @param network who runs it, with its number; empty where it is not known
    public record Place(String country, String network) {

        /// Nowhere known.
        static final Place UNKNOWN = new Place("", "");

        /// Both as one line.
        public String text() {
            return Stream.of(country, network).filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
        }
    }

    /// Reads the files. One that cannot be read is told in the log and left out.
    static Places open(List<Path> files) {
        List<Reader> readers = new ArrayList<>();
        for (Path file : files) {
            try {
                readers.add(new Reader(file.toFile(), Reader.FileMode.MEMORY));
            } catch (IOException e) {
                LOG.atWarn()
                        .addKeyValue("file", file)
                        .log("cannot read the MaxMind file, addresses are shown without it: {}", e.getMessage());
            }
        }
        return new Places(readers);
    }

    /// Where this address is; of what is no address, nowhere known.
    public Place of(String address) {
        return files.isEmpty()
                ? Place.UNKNOWN
                : Addresses.literal(address).map(this::find).orElse(Place.UNKNOWN);
    }

    private Place find(InetAddress address) {
        String country = "";
        String network = "";
        for (Reader file : files) {
            Map<?, ?> known = look(file, address);
            country = country.isEmpty() ? country(known) : country;
            network = network.isEmpty() ? network(known) : network;
        }
        return new Place(country, network);
    }

    private static Map<?, ?> look(Reader file, InetAddress address) {
        try {
            Map<?, ?> known = file.get(address, Map.class);
            return known == null ? Map.of() : known;
        } catch (IOException | IllegalArgumentException e) {
            // a file for IPv4 knows nothing of an IPv6 address
            LOG.atDebug().setCause(e).log("no answer from a MaxMind file");
            return Map.of();
        }
    }

    private static String country(Map<?, ?> known) {
        return known.get("country") instanceof Map<?, ?> country && country.get("names") instanceof Map<?, ?> names
                ? text(names.get("en"))
                : "";
    }

    private static String network(Map<?, ?> known) {
        String name = text(known.get("autonomous_system_organization"));
        String number = text(known.get("autonomous_system_number"));
        return number.isEmpty() ? name : (name + " AS" + number).strip();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
