@NullMarked
package dev.kontor.twin.shopware.data;

import org.jspecify.annotations.NullMarked;
