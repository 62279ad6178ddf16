/** The hub over HTTP: public doors and, on a port of its own, administration. */
@NullMarked
package dev.kontor.app.web;

import org.jspecify.annotations.NullMarked;
