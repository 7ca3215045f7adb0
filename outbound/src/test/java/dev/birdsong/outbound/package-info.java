/// Hosts on loopback that answer well and badly, and what comes of it.
@NullMarked
package dev.birdsong.outbound;

import org.jspecify.annotations.NullMarked;
