/** Brings over what was there before a flow was switched on, behind everything that happens now. */
@org.jspecify.annotations.NullMarked
package dev.kontor.engine.load;
