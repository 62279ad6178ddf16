/** Orders and the documents made of them. */
@NullMarked
package dev.kontor.twin.magento.sales;

import org.jspecify.annotations.NullMarked;
