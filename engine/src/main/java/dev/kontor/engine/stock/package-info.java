/** How many pieces a shop may sell, and why. */
@org.jspecify.annotations.NullMarked
package dev.kontor.engine.stock;
