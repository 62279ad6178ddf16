@NullMarked
package dev.kontor.twin.shopware.schema;

import org.jspecify.annotations.NullMarked;
