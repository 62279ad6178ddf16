/** Which document here is which document there. */
@org.jspecify.annotations.NullMarked
package dev.kontor.engine.crossref;
