/// What is typed, and the tree it must become.
@NullMarked
package dev.birdsong.query;

import org.jspecify.annotations.NullMarked;
