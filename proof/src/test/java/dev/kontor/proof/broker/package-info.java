/** A merchant whose systems leave messages at a broker. */
@org.jspecify.annotations.NullMarked
package dev.kontor.proof.broker;
