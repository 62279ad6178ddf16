/**
 * What a connector could do wrong, done to a sound one from outside: each mutation must be caught
 * by the chapter that is there for it.
 */
@org.jspecify.annotations.NullMarked
package dev.kontor.contract.mutation;
