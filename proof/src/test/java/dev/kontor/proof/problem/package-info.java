/** Failures of both systems, grouped by their cause. */
@NullMarked
package dev.kontor.proof.problem;

import org.jspecify.annotations.NullMarked;
