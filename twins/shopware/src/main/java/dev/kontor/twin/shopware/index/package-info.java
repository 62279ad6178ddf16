/** What the shop computes from written rows, at once, later or not at all (contract §3). */
@NullMarked
package dev.kontor.twin.shopware.index;

import org.jspecify.annotations.NullMarked;
