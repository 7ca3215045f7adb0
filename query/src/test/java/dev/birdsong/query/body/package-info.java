@NullMarked
package dev.birdsong.query.body;

import org.jspecify.annotations.NullMarked;
