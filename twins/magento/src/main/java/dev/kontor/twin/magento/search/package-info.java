/** Search criteria and what they find. */
@NullMarked
package dev.kontor.twin.magento.search;

import org.jspecify.annotations.NullMarked;
