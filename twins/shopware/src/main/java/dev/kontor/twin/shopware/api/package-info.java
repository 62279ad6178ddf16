@NullMarked
package dev.kontor.twin.shopware.api;

import org.jspecify.annotations.NullMarked;
