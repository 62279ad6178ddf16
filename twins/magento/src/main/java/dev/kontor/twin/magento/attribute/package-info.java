/** Attributes of products: their kinds, options and sets. */
@NullMarked
package dev.kontor.twin.magento.attribute;

import org.jspecify.annotations.NullMarked;
