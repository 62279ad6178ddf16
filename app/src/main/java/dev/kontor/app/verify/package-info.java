/** Compares translated documents with known truth. */
@NullMarked
package dev.kontor.app.verify;

import org.jspecify.annotations.NullMarked;
