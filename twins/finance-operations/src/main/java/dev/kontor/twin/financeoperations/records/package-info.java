/** The tables, what all business logic shares, and how it refuses. */
@NullMarked
package dev.kontor.twin.financeoperations.records;

import org.jspecify.annotations.NullMarked;
