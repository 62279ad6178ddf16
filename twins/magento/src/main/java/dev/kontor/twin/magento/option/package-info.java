/** Custom options of products: what buyers are asked, and what they choose. */
@NullMarked
package dev.kontor.twin.magento.option;

import org.jspecify.annotations.NullMarked;
