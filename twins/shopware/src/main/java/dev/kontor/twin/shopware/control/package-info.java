@NullMarked
package dev.kontor.twin.shopware.control;

import org.jspecify.annotations.NullMarked;
