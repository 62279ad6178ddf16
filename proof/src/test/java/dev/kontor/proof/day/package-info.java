/** A day in the life of a merchant, and what both systems hold of it in the end. */
@org.jspecify.annotations.NullMarked
package dev.kontor.proof.day;
