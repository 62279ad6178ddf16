@NullMarked
package dev.kontor.twin.shopware.search;

import org.jspecify.annotations.NullMarked;
