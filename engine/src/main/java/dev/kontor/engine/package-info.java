/** One running hub, put together from its rooms. */
@org.jspecify.annotations.NullMarked
package dev.kontor.engine;
