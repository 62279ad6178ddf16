/** The web console in a real browser, at a real hub between both twins. */
@NullMarked
package dev.kontor.proof.console;

import org.jspecify.annotations.NullMarked;
