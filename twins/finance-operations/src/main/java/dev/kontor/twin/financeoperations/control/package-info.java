/** The twin's own addresses, for tests and demonstrations; no fault dial meets them. */
@NullMarked
package dev.kontor.twin.financeoperations.control;

import org.jspecify.annotations.NullMarked;
