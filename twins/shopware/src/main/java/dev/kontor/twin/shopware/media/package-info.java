/** Files of the shop: pictures of products and documents of orders. */
@NullMarked
package dev.kontor.twin.shopware.media;

import org.jspecify.annotations.NullMarked;
