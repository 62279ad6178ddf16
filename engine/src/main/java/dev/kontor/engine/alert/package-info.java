/** Tells people what goes wrong: what they are told of, when, and that it reaches them. */
@org.jspecify.annotations.NullMarked
package dev.kontor.engine.alert;
