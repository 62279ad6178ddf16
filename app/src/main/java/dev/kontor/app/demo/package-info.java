/** A day in a shop and its warehouse, with the hub between the twins. */
@NullMarked
package dev.kontor.app.demo;

import org.jspecify.annotations.NullMarked;
