/** What the service user may do. */
@NullMarked
package dev.kontor.twin.financeoperations.access;

import org.jspecify.annotations.NullMarked;
