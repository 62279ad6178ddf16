/** Customers, their addresses, and the company's setup. */
@NullMarked
package dev.kontor.twin.financeoperations.master;

import org.jspecify.annotations.NullMarked;
