/** The commands of {@code ./kontor}. */
@NullMarked
package dev.kontor.app.command;

import org.jspecify.annotations.NullMarked;
