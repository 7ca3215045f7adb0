/// Query text as people type it, read once into the query tree.
@NullMarked
package dev.birdsong.query;

import org.jspecify.annotations.NullMarked;
