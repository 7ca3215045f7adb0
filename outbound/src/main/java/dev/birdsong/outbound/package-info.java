/// The way out: one HTTP client, which goes only where the operator lets it.
@NullMarked
package dev.birdsong.outbound;

import org.jspecify.annotations.NullMarked;
