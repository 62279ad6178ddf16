/**
 * Strict order inside one business aggregate, parallel across them, by any number of hub processes.
 */
@org.jspecify.annotations.NullMarked
package dev.kontor.engine.lane;
