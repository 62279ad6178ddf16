@NullMarked
package dev.kontor.twin.shopware.shop;

import org.jspecify.annotations.NullMarked;
