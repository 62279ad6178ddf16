/** Keeps what tells of persons out of sentences that are stored in clear, logged and shown. */
@NullMarked
package dev.kontor.engine.discretion;

import org.jspecify.annotations.NullMarked;
