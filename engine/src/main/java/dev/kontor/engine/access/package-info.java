/** Who may see and decide what: users, their sessions, and the tokens of programs. */
@NullMarked
package dev.kontor.engine.access;

import org.jspecify.annotations.NullMarked;
