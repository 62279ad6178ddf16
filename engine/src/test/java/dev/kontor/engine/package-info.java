/** Tests of the engine as a whole, and what all its tests share. */
@org.jspecify.annotations.NullMarked
package dev.kontor.engine;
