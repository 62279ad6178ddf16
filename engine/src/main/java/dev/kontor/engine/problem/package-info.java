/** Dead letters grouped by their cause, and what people do about a whole group of them. */
@NullMarked
package dev.kontor.engine.problem;

import org.jspecify.annotations.NullMarked;
