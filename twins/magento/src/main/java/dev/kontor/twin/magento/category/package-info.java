/** Categories and the products in them. */
@NullMarked
package dev.kontor.twin.magento.category;

import org.jspecify.annotations.NullMarked;
