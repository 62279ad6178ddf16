/** The rows of the shop, and values in its notation. */
@NullMarked
package dev.kontor.twin.magento.data;

import org.jspecify.annotations.NullMarked;
