/** What must stay true of the whole: shape, size and the promise end to end. */
@org.jspecify.annotations.NullMarked
package dev.kontor.proof;
