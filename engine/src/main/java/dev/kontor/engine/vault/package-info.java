/**
 * Payload encryption: keys per person and day under one master key, blind indexes, erasure by
 * destroying keys.
 */
@NullMarked
package dev.kontor.engine.vault;

import org.jspecify.annotations.NullMarked;
