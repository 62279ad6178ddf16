/** Entity sets, properties and enumerations as a real system's $metadata names them. */
@NullMarked
package dev.kontor.twin.financeoperations.schema;

import org.jspecify.annotations.NullMarked;
