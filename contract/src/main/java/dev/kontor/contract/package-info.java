/**
 * The contract every connector must pass against a twin of its system: one chapter per ability, and
 * an undeclared ability must fail politely.
 */
@org.jspecify.annotations.NullMarked
package dev.kontor.contract;
