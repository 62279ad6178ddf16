/** A strict simulation of a Magento Open Source 2.4.7 shop: REST interface and a storefront. */
@NullMarked
package dev.kontor.twin.magento;

import org.jspecify.annotations.NullMarked;
