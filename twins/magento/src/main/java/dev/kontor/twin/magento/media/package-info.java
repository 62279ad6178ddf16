/** Pictures of products. */
@NullMarked
package dev.kontor.twin.magento.media;

import org.jspecify.annotations.NullMarked;
