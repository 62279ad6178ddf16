/** What people and batch jobs post: deliveries, invoices, credit notes, payments, journals. */
@NullMarked
package dev.kontor.twin.financeoperations.posting;

import org.jspecify.annotations.NullMarked;
