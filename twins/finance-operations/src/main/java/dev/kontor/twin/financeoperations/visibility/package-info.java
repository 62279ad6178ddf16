/** The Inventory Visibility add-in with its chain of tokens (contract.md §7). */
@NullMarked
package dev.kontor.twin.financeoperations.visibility;

import org.jspecify.annotations.NullMarked;
