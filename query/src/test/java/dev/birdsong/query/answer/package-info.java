@NullMarked
package dev.birdsong.query.answer;

import org.jspecify.annotations.NullMarked;
