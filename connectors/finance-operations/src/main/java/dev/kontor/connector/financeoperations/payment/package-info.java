/** What customers paid, into payment journals that people post. */
@NullMarked
package dev.kontor.connector.financeoperations.payment;

import org.jspecify.annotations.NullMarked;
