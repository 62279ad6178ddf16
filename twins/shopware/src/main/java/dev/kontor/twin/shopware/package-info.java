@NullMarked
package dev.kontor.twin.shopware;

import org.jspecify.annotations.NullMarked;
