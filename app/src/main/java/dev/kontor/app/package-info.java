/** The edge: command line, doors, administration. Holds no business rule. */
@NullMarked
package dev.kontor.app;

import org.jspecify.annotations.NullMarked;
