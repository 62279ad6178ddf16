/** The audit trail: rows proved by keyed hashes, linked into signed segments, verified anew. */
@NullMarked
package dev.kontor.engine.audit;

import org.jspecify.annotations.NullMarked;
