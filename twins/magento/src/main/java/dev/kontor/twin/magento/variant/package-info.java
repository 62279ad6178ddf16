/** Configurable products and the simple products that are their variants. */
@NullMarked
package dev.kontor.twin.magento.variant;

import org.jspecify.annotations.NullMarked;
