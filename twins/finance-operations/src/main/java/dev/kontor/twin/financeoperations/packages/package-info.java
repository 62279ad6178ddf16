/** The data management package API and what it imports (contract.md §5). */
@NullMarked
package dev.kontor.twin.financeoperations.packages;

import org.jspecify.annotations.NullMarked;
