@NullMarked
package dev.kontor.twin.shopware.hooks;

import org.jspecify.annotations.NullMarked;
