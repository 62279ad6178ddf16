/** Products, their prices and categories. */
@NullMarked
package dev.kontor.twin.magento.catalog;

import org.jspecify.annotations.NullMarked;
