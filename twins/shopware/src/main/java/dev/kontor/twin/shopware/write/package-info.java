@NullMarked
package dev.kontor.twin.shopware.write;

import org.jspecify.annotations.NullMarked;
