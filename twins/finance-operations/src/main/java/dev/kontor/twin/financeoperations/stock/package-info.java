/** What lies in the warehouses and what is demanded of it. */
@NullMarked
package dev.kontor.twin.financeoperations.stock;

import org.jspecify.annotations.NullMarked;
