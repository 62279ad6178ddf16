/** Customers, their addresses and groups. */
@NullMarked
package dev.kontor.twin.magento.customer;

import org.jspecify.annotations.NullMarked;
