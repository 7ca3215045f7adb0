/// Contracts that every plugin passes, and the fakes that tests use.
@NullMarked
package dev.birdsong.testkit;

import org.jspecify.annotations.NullMarked;
