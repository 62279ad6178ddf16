/** Rows that people put over those of the configured value tables while hubs run. */
@NullMarked
package dev.kontor.engine.table;

import org.jspecify.annotations.NullMarked;
